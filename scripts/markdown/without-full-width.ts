/** Full-width forms (ＡＢＣ：／（） and the like) as the ASCII characters they stand for. */
export function withoutFullWidth(text: string): string {
  return text.replaceAll(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}
