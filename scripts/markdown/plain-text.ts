import type { Token } from "markdown-it";

/** The words of inline tokens without their markup, as for an alt text: one line, trimmed. */
export function plainText(tokens: readonly Token[]): string {
  return tokens.map(textOf).join("").trim();
}

function textOf(token: Token): string {
  switch (token.type) {
    case "text":
    case "text_special":
    case "code_inline":
      return token.content;
    case "image":
      return plainText(token.children ?? []);
    case "softbreak":
    case "hardbreak":
      return " ";
    default:
      return "";
  }
}
