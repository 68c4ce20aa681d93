import { checkPlainText } from "../../../scripts/markdown/plain.ts";
import { brief } from "../../support/files.ts";
import { testTable } from "../../support/tables.ts";

testTable("plain-texts", {
  "a title": (text) => {
    const place = () => ({ path: "a.md", line: 2, column: 8 });
    return checkPlainText({ key: "title", text, place }).map((one) =>
      brief(one).replace("2:8 plain-text title: ", ""),
    );
  },
});
