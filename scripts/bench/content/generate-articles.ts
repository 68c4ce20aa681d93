import { random } from "../../lib/lists.ts";
import { words } from "./words.ts";

/** An article of the generated content, the same for every competitor. */
export interface Article {
  /** Of its file and in its address: `article-00042`. */
  name: string;
  title: string;
  summary: string;
  /** `YYYY-MM-DD`. */
  date: string;
  /** Markdown, about 2 kB. */
  body: string;
}

/** The generated articles are of the years 2000 to 2024, in the order of their numbers. */
const firstDay = Date.UTC(2000, 0, 1);
const days = 25 * 365;
const seed = 1999;

/** Articles in English that say nothing about anything: the same ones for the same `count`. */
export function generateArticles(count: number): Article[] {
  const next = random(seed);
  return Array.from({ length: count }, (_, index) => generate(index, count, next));
}

function generate(index: number, count: number, next: () => number): Article {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
  const event = (): string => `${pick(words.kinds)} ${pick(words.topics)} ${pick(words.events)}`;
  const clause = (): string =>
    `${pick(words.people)} ${pick(words.doings)} the ${pick(words.kinds)} ${pick(words.topics)}`;
  const sentence = (): string => capital(`${clause()} ${pick(words.endings)}.`);
  const sentences = (number: number): string => Array.from({ length: number }, sentence).join(" ");
  const link = (): string => `[${event()}](/news/${articleName(Math.floor(next() * count))}/)`;
  const date = new Date(firstDay + Math.floor((index * days) / count) * 86_400_000);
  return {
    name: articleName(index),
    title: `${capital(event())}, number ${index + 1}`,
    summary: sentence(),
    date: date.toISOString().slice(0, 10),
    body: [
      sentences(3),
      `${sentence()} It was the *${event()}* that **most people** remember. ${sentence()}`,
      `## ${capital(event())}`,
      `${sentences(3)} More is told in the report on the ${link()}.`,
      Array.from({ length: 4 }, () => `- ${sentence()}`).join("\n"),
      sentences(3),
      `## ${capital(event())}`,
      `${sentences(2)} Who we are stands on the page [About](/about/), and the ${link()} came later.`,
      sentences(1),
    ].join("\n\n"),
  };
}

function articleName(index: number): string {
  return `article-${String(index + 1).padStart(5, "0")}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
