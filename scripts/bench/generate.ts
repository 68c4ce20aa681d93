import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { random } from "../lib/lists.ts";

/** An article of the generated content, the same for every competitor. */
export interface Article {
  /** Of its file and in its address: `article-00042`. */
  name: string;
  title: string;
  /** The file: front matter that all competitors read alike, and about 2 kB of Markdown. */
  text: string;
}

/** The generated articles are of the years 2000 to 2024, in the order of their numbers. */
const firstDay = Date.UTC(2000, 0, 1);
const days = 25 * 365;

const topics =
  "quay,harbour,river,lantern,ferry,gallery,market,library,orchestra,garden,tramway,lighthouse,theatre,schoolroom,warehouse,bridge,chart,regatta".split(
    ",",
  );
const kinds =
  "morning,evening,winter,summer,students’,sailors’,open,joint,yearly,second,eastern,western,little,grand,travelling,neighbours’".split(
    ",",
  );
const events = "walk,concert,exhibition,visit,workshop,exchange,reading,tour,fair".split(",");
const people = ["the visitors", "two classes of pupils", "the harbour pilots", "the choir"];
const doings = ["followed the tide to", "wrote letters about", "rebuilt a model of", "sang beside"];
const endings = ["before the last ferry left", "while rain came in", "and nobody hurried home"];

/** Articles in English that say nothing about anything: the same ones for the same `count`. */
export function generateArticles(count: number): Article[] {
  const next = random(1999);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
  const event = (): string => `${pick(kinds)} ${pick(topics)} ${pick(events)}`;
  const sentence = (): string =>
    capital(`${pick(people)} ${pick(doings)} the ${pick(kinds)} ${pick(topics)} ${pick(endings)}.`);
  const sentences = (number: number): string => Array.from({ length: number }, sentence).join(" ");
  const nameOf = (index: number): string => `article-${String(index + 1).padStart(5, "0")}`;
  const link = (): string => `[${event()}](/news/${nameOf(Math.floor(next() * count))}/)`;
  return Array.from({ length: count }, (_, index) => {
    const date = new Date(firstDay + Math.floor((index * days) / count) * 86_400_000);
    const title = `${capital(event())}, number ${index + 1}`;
    const body = [
      sentences(3),
      `${sentence()} It was the *${event()}* that **most people** remember. ${sentence()}`,
      `## ${capital(event())}`,
      `${sentences(3)} More is told in the report on the ${link()}.`,
      Array.from({ length: 4 }, () => `- ${sentence()}`).join("\n"),
      sentences(3),
      `## ${capital(event())}`,
      `${sentences(2)} Who we are stands on the page [About](/about/), and the ${link()} came later.`,
      sentences(1),
    ].join("\n\n");
    const front = `title: ${title}\nsummary: ${sentence()}\ndate: ${date.toISOString().slice(0, 10)}`;
    return { name: nameOf(index), title, text: `---\n${front}\n---\n\n${body}\n` };
  });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Writes articles into a folder, `NAME.md` each; the folder is made where it is missing. */
export async function writeArticles(folder: string, articles: readonly Article[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { name, text } of articles) await writeFile(path.join(folder, `${name}.md`), text);
}

/**
 * Writes photographs `first` to `last` of the bench into a folder, `N.jpg` each, `width` × ¾ `width` px:
 * the given ones, turned, mirrored and cropped at other places.
 */
export async function writePhotographs(
  folder: string,
  originals: readonly string[],
  { first, last, width }: { first: number; last: number; width: number },
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let number = first; number <= last; number += 1) {
    const file = originals[number % originals.length] ?? "";
    const { width: wide = 0, height: high = 0 } = await sharp(file).metadata();
    const next = random(number);
    const share = 0.7 + 0.2 * next();
    const [w, h] = [Math.floor(wide * share), Math.floor(high * share)];
    const [left, top] = [Math.floor(next() * (wide - w)), Math.floor(next() * (high - h))];
    await sharp(file)
      .extract({ left, top, width: w, height: h })
      .rotate(number % 4 < 2 ? 0 : 180)
      .flop(number % 3 === 0)
      .resize(width, Math.round((width * 3) / 4))
      .jpeg({ quality: 92 })
      .toFile(path.join(folder, `${number}.jpg`));
  }
}
