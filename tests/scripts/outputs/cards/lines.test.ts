import assert from "node:assert/strict";
import test from "node:test";
import { breakPieces } from "../../../../scripts/outputs/cards/lines.ts";
import { chooseTypefaces } from "../../../../scripts/outputs/cards/typefaces.ts";

async function pieces(text: string, unbroken: readonly string[] = []): Promise<string[]> {
  const broken = breakPieces(await chooseTypefaces(text, "zh"), unbroken);
  return broken.map((piece) => piece.map((cluster) => cluster.text).join(""));
}

test("English breaks behind spaces and between the parts of a compound, not inside of figures", async () => {
  assert.deepEqual(await pieces("Twenty-five years, 1999-2024 (and more)"), [
    "Twenty-",
    "five ",
    "years, ",
    "1999-2024 ",
    "(and ",
    "more)",
  ]);
});

test("a no-break space holds its words together", async () => {
  assert.deepEqual(await pieces("10\u00a0km away"), ["10\u00a0km ", "away"]);
});

test("Chinese breaks anywhere, but no line begins with closing punctuation or ends with opening", async () => {
  assert.deepEqual(await pieces("世界，《外滩》“说”！（二）"), [
    "世",
    "界，",
    "《外",
    "滩》",
    "“说”！",
    "（二）",
  ]);
  assert.deepEqual(await pieces("人们……海——上"), ["人", "们……", "海——", "上"]);
});

test("Chinese and English part at their seam", async () => {
  assert.deepEqual(await pieces("在Liverpool的2010年"), ["在", "Liverpool", "的", "2010", "年"]);
});

test("a name that stays on one line is one piece, wherever it stands", async () => {
  assert.deepEqual(await pieces("去利物浦—上海，利物浦", ["利物浦—上海"]), [
    "去",
    "利物浦—上海，",
    "利",
    "物",
    "浦",
  ]);
});
