import type { Rules } from "../lib/rule.ts";

const photo = "assets/photos/huangpu-river.jpg";
const record = "assets/photos/huangpu-river.yaml";

/** What can be wrong with the record of a photograph. */
export const recordRules = {
  "photo-no-record": {
    severity: "error",
    message: "{path} has no record beside it",
    remedy: "create {record} with the keys `alt`, `caption`, `credit`, `licence` and `focus`",
    example: { path: photo, record },
  },
  "record-shared": {
    severity: "error",
    message: "{record} is the record of {path} and of {other} at once",
    remedy: "rename one of the two photographs, and give it a record of its own",
    example: { path: photo, other: "assets/photos/huangpu-river.png", record },
  },
  "photo-no-alt": {
    severity: "error",
    message: "{path} has no alternative text in {language}",
    remedy: "say what it shows here, or under `alt` and `{key}` in {record}",
    example: { path: photo, language: "Chinese", key: "zh", record },
  },
  "record-empty": {
    severity: "error",
    message: "this record of a photograph has no keys",
    remedy: "write the keys `alt`, `caption`, `credit`, `licence` and `focus`",
    example: {},
  },
  "licence-form": {
    severity: "error",
    message: "`{found}` is not the identifier of a licence",
    remedy:
      "write one of the SPDX list, such as `CC0-1.0` or `CC-BY-4.0`, or `LicenseRef-` and a name",
    example: { found: "public domain" },
  },
  "record-unused": {
    severity: "warning",
    message: "this record has no photograph beside it",
    remedy: "give both the same name, or remove the record",
    example: {},
  },
} as const satisfies Rules;
