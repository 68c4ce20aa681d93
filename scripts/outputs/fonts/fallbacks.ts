import { characterMap, fontTable } from "./opentype.ts";

/** The three cuts of Newsreader that are set. */
type Cut = "regular" | "semibold" | "italic";

interface Stand {
  family: string;
  /** Full and PostScript names, as `local()` wants them, of regular, bold and italic. */
  local: Readonly<Record<Cut, readonly string[]>>;
  /** Average width of a character by `fontMetrics`, in parts of the font size. */
  width: Readonly<Record<Cut, number>>;
}

/**
 * Serifs that systems have, with their widths, measured on the free fonts that have the same
 * advances: Georgia on Gelasio 1.008 (Google Fonts), Times New Roman on Liberation Serif 2
 * (Red Hat), Noto Serif (Android) on itself.
 */
const stands: readonly Stand[] = [
  {
    family: "Newsreader Georgia",
    local: {
      regular: ["Georgia"],
      semibold: ["Georgia Bold", "Georgia-Bold"],
      italic: ["Georgia Italic", "Georgia-Italic"],
    },
    width: { regular: 0.4372, semibold: 0.5097, italic: 0.4461 },
  },
  {
    family: "Newsreader Times",
    local: {
      regular: ["Times New Roman", "TimesNewRomanPSMT", "Liberation Serif", "LiberationSerif"],
      semibold: [
        "Times New Roman Bold",
        "TimesNewRomanPS-BoldMT",
        "Liberation Serif Bold",
        "LiberationSerif-Bold",
      ],
      italic: [
        "Times New Roman Italic",
        "TimesNewRomanPS-ItalicMT",
        "Liberation Serif Italic",
        "LiberationSerif-Italic",
      ],
    },
    width: { regular: 0.3978, semibold: 0.4235, italic: 0.3998 },
  },
  {
    family: "Newsreader Noto",
    local: {
      regular: ["Noto Serif", "NotoSerif", "NotoSerif-Regular"],
      semibold: ["Noto Serif Bold", "NotoSerif-Bold"],
      italic: ["Noto Serif Italic", "NotoSerif-Italic"],
    },
    width: { regular: 0.4764, semibold: 0.506, italic: 0.4625 },
  },
];

const looks: Readonly<Record<Cut, string>> = {
  regular: "font-style:normal;font-weight:400",
  semibold: "font-style:normal;font-weight:600",
  italic: "font-style:italic;font-weight:400",
};

/**
 * `@font-face` rules that make the systems' serifs as wide and as high as Newsreader, so that
 * nothing moves when it arrives: CSS Fonts 5, `size-adjust` and the metric overrides.
 *
 * @param fonts Newsreader's cuts as sfnt
 */
export function fallbackFaces(fonts: Readonly<Record<Cut, Buffer>>): string {
  const cuts = (["regular", "semibold", "italic"] as const).map(
    (cut) => [cut, fontMetrics(fonts[cut])] as const,
  );
  return stands
    .flatMap((stand) => cuts.map(([cut, metrics]) => face(stand, cut, metrics)))
    .join("");
}

function face({ family, local, width }: Stand, cut: Cut, metrics: FontMetrics): string {
  const { ascent, descent, lineGap, averageWidth } = metrics;
  const size = averageWidth / width[cut];
  const sources = local[cut].map((name) => `local("${name}")`).join(",");
  return `@font-face{font-family:"${family}";src:${sources};${looks[cut]};size-adjust:${percent(size)};ascent-override:${percent(ascent / size)};descent-override:${percent(descent / size)};line-gap-override:${percent(lineGap / size)}}`;
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))}%`;
}

/** What decides how much room a line of text takes, in parts of the font size. */
interface FontMetrics {
  readonly ascent: number;
  /** Below the baseline, positive. */
  readonly descent: number;
  readonly lineGap: number;
  /** Of a character of English running text, spaces included. */
  readonly averageWidth: number;
}

/**
 * Of 10,000 letters of English, and the spaces between words of 4.79 letters: P. Norvig,
 * “English Letter Frequency Counts: Mayzner Revisited” (2013).
 */
const letters = "etaoinsrhldcumfpgwybvkxjqz ";
const frequencies = [
  1249, 928, 804, 764, 757, 723, 651, 628, 505, 407, 382, 334, 273, 251, 240, 214, 187, 168, 166,
  148, 105, 54, 23, 16, 12, 9, 2088,
];

function fontMetrics(font: Buffer): FontMetrics {
  const em = fontTable(font, "head").readUInt16BE(18);
  const hhea = fontTable(font, "hhea");
  const os2 = fontTable(font, "OS/2");
  // Bit 7 of fsSelection, USE_TYPO_METRICS: then browsers take these and not the ones of hhea.
  const typo = (os2.readUInt16BE(62) & 0x80) !== 0;
  return {
    ascent: (typo ? os2.readInt16BE(68) : hhea.readInt16BE(4)) / em,
    descent: -(typo ? os2.readInt16BE(70) : hhea.readInt16BE(6)) / em,
    lineGap: (typo ? os2.readInt16BE(72) : hhea.readInt16BE(8)) / em,
    averageWidth: averageAdvance(font) / em,
  };
}

function averageAdvance(font: Buffer): number {
  const glyphs = characterMap(font);
  const hmtx = fontTable(font, "hmtx");
  const last = fontTable(font, "hhea").readUInt16BE(34) - 1;
  let sum = 0;
  let count = 0;
  for (const [index, frequency] of frequencies.entries()) {
    const glyph = glyphs.get(letters.charCodeAt(index));
    if (glyph === undefined) throw new Error(`the font has no “${letters[index]}”`);
    // Glyphs after the last pair all have its advance.
    sum += hmtx.readUInt16BE(4 * Math.min(glyph, last)) * frequency;
    count += frequency;
  }
  return sum / count;
}
