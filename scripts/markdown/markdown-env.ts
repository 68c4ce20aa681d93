import type { Language } from "../lib/language.ts";

/** What Markdown has to know of the page that it stands on. */
export interface MarkdownEntry {
  /** Path of the content file from the project's root, `content/en/about.md`. */
  source: string;
  language: Language;
  /** The photograph that the layout shows above the text. */
  photo?: unknown;
  /** The screens that the layout shows above the text. */
  screens?: unknown;
}

/** The data that `render(text, env)` is called with; Eleventy gives the whole page's data. */
export interface MarkdownEnv {
  entry: MarkdownEntry;
}

/**
 * `env`, once it is certain that it holds an entry.
 * Throws a TypeError when Markdown is rendered without the page's data.
 */
export function markdownEnv(env: unknown): MarkdownEnv {
  if (!holdsEntry(env)) {
    throw new TypeError("Markdown must be rendered with { entry: { source, language } }");
  }
  return env;
}

function holdsEntry(env: unknown): env is MarkdownEnv {
  if (typeof env !== "object" || env === null || !("entry" in env)) return false;
  const entry = env.entry;
  return typeof entry === "object" && entry !== null && "language" in entry && "source" in entry;
}
