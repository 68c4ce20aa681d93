import { checkCharacters } from "../lib/check-characters.ts";
import { parseRecord } from "../photos/record.ts";
import type { Field } from "./field.ts";
import { nameComplaint } from "./name-complaint.ts";
import { recordText } from "./record-text.ts";

const sound: Readonly<Record<string, string>> = {
  "alt-en": "A",
  "alt-zh": "甲",
  "caption-en": "A",
  "caption-zh": "甲",
  "credit-en": "A",
  "credit-zh": "甲",
  licence: "CC0-1.0",
};

const field = (name: string, example: string, question: string): Field => ({
  name,
  example: `--${name} ${example}`,
  question,
  complaint: (value) => {
    const { problems = [] } = parseRecord(recordText("name.jpg", { ...sound, [name]: value }), "");
    const [problem] = [...checkCharacters(name, value), ...problems];
    return problem && `${problem.message} — ${problem.remedy}`;
  },
});

/** What is asked for the record of a new photograph. */
export const photoFields: readonly Field[] = [
  field("alt-en", '"Barges on the river"', "What it shows, in English"),
  field("alt-zh", '"江上驳船"', "What it shows, in Chinese"),
  field("caption-en", '"The Huangpu River at sunrise"', "Caption in English"),
  field("caption-zh", '"日出时分的黄浦江"', "Caption in Chinese"),
  field("credit-en", '"Photograph by the society"', "Who made it, in English"),
  field("credit-zh", '"本会摄影"', "Who made it, in Chinese"),
  field("licence", "CC-BY-4.0", "Licence, by its name at https://spdx.org/licenses/"),
];

/** The name of the photograph's files. @param derived from the name that it has */
export function nameField(derived: string | undefined): Field {
  return {
    name: "name",
    example: "--name huangpu-river",
    question: "Name it in letters a–z, such as huangpu-river",
    ...(derived === undefined ? {} : { fallback: derived }),
    complaint: nameComplaint,
  };
}
