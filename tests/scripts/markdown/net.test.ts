import { brief } from "../../support/files.ts";
import { testTable } from "../../support/tables.ts";
import { check, zh } from "./site.ts";

testTable("net", {
  "an English text": (text) => check(text).map(brief),
  "a Chinese text": (text) => check(text, zh).map(brief),
});
