import { type ConfigData, HtmlValidate, StaticConfigLoader } from "html-validate";
import type { Site } from "../site/read-site.ts";

/** Each exception to html-validate's own recommendation, with its reason. */
const config: ConfigData = {
  extends: ["html-validate:recommended", "html-validate:document"],
  rules: {
    // The HTML standard takes either case; the minifier writes the short, lower one.
    "doctype-style": "off",
    // The standard lets quotes go where no character needs them, and the minifier takes the leave.
    "attr-quotes": ["error", { style: "auto", unquoted: true }],
    // A limit of 70 characters is a search engine's habit; the society's name has 52.
    "long-title": "off",
    // White space at the end of a line is nothing to a reader of minified HTML.
    "no-trailing-whitespace": "off",
    // The number is given to the letter, also to who copies it; the stylesheet keeps it on one line.
    "tel-non-breaking": "off",
    // Integrity is for files from other origins: there are none.
    "require-sri": "off",
  },
};

/** Every page is valid HTML by html-validate. */
export async function validHtml(site: Site): Promise<string[]> {
  const validator = new HtmlValidate(new StaticConfigLoader(config));
  const faults: string[] = [];
  for (const { html, address, file } of [...site.pages, ...site.redirects]) {
    const { results } = await validator.validateString(html, file);
    for (const { messages } of results) {
      for (const { line, column, ruleId, message } of messages) {
        faults.push(`${address}  ${line}:${column} ${ruleId}: ${message}`);
      }
    }
  }
  return faults;
}
