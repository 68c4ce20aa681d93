import { nameField, photoFields } from "./photo-fields.ts";
import { slugField, textFields } from "./text-fields.ts";

/** What `npm run new` can make. */
export type NewKind = "news" | "page" | "photo";

/** What each kind takes on the command line: one operand, and flags. */
export const newKinds: Readonly<Record<NewKind, { operand: string; flags: readonly string[] }>> = {
  news: { operand: "title", flags: flagsOf([...textFields("news", ""), slugField("")]) },
  page: { operand: "title", flags: flagsOf([...textFields("page", ""), slugField("")]) },
  photo: { operand: "file", flags: flagsOf([...photoFields, nameField("")]) },
};

function flagsOf(fields: readonly { name: string }[]): string[] {
  return fields.map(({ name }) => name).filter((name) => name !== "title");
}
