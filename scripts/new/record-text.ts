import { stringify } from "yaml";

/** What is said of a new photograph, by the names of the fields. */
export type RecordValues = Readonly<Record<string, string>>;

/** The record of a photograph (YAML), with every key explained. @param photo the name of its file */
export function recordText(photo: string, values: RecordValues): string {
  const value = (name: string) => stringify(values[name] ?? "", { lineWidth: 0 }).trimEnd();
  return `# What the site says of ${photo}.

# What the photograph shows, in a sentence, for those who do not see it.
alt:
  en: ${value("alt-en")}
  zh: ${value("alt-zh")}

# What stands below it on the page: where and when, and what cannot be seen.
caption:
  en: ${value("caption-en")}
  zh: ${value("caption-zh")}

# Who made it; stands after the caption.
credit:
  en: ${value("credit-en")}
  zh: ${value("credit-zh")}

# The licence by its name at https://spdx.org/licenses/, such as CC-BY-4.0 or CC0-1.0;
# for terms of your own, LicenseRef- and a name.
licence: ${value("licence")}

# The point that stays in the picture where it is cropped: from the left edge and from the top,
# as parts of the whole. The middle is 0.5 and 0.5.
focus: { x: 0.5, y: 0.5 }
`;
}
