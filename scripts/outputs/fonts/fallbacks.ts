import type { FontMetrics } from "./opentype.ts";

/** The three cuts of Newsreader that are set. */
interface CutMetrics {
  readonly regular: FontMetrics;
  readonly semibold: FontMetrics;
  readonly italic: FontMetrics;
}

interface Stand {
  family: string;
  /** Full and PostScript names, as `local()` wants them, of regular, bold and italic. */
  local: Readonly<Record<keyof CutMetrics, readonly string[]>>;
  /** Average width of a character by `fontMetrics`, in parts of the font size. */
  width: Readonly<Record<keyof CutMetrics, number>>;
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

const looks: Readonly<Record<keyof CutMetrics, string>> = {
  regular: "font-style:normal;font-weight:400",
  semibold: "font-style:normal;font-weight:600",
  italic: "font-style:italic;font-weight:400",
};

/**
 * `@font-face` rules that make the systems' serifs as wide and as high as Newsreader, so that
 * nothing moves when it arrives: CSS Fonts 5, `size-adjust` and the metric overrides.
 */
export function fallbackFaces(cuts: CutMetrics): string {
  return stands
    .flatMap((stand) =>
      (["regular", "semibold", "italic"] as const).map((cut) => face(stand, cut, cuts)),
    )
    .join("");
}

function face({ family, local, width }: Stand, cut: keyof CutMetrics, cuts: CutMetrics): string {
  const { ascent, descent, lineGap, averageWidth } = cuts[cut];
  const size = averageWidth / width[cut];
  const sources = local[cut].map((name) => `local("${name}")`).join(",");
  return `@font-face{font-family:"${family}";src:${sources};${looks[cut]};size-adjust:${percent(size)};ascent-override:${percent(ascent / size)};descent-override:${percent(descent / size)};line-gap-override:${percent(lineGap / size)}}`;
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))}%`;
}
