import { random } from "../../scripts/lib/lists.ts";

const pieces = [
  "Liverpool & Shanghai",
  "利物浦—上海",
  "上".repeat(300),
  'a "quoted" word, and ‘another’; \\ and \\n',
  "</script><!--]]>{{ x }}",
  "🏮🚢👩‍👩‍👧‍👦",
  "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
  "\u200b\u2028\ufeff",
  "line one\nline two",
  "é\u0301̈",
  ";,:=^'",
];

/** Texts that writers of machine formats trip over; the same on every run. */
export function wildTexts(count: number): string[] {
  const next = random(5);
  const piece = (): string => pieces[Math.floor(next() * pieces.length)] ?? "";
  return [
    ...pieces,
    ...Array.from({ length: count }, () => `${piece()}${piece()}${piece()}`.trim()),
  ];
}
