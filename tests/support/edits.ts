import assert from "node:assert/strict";
import { mkdir, readdir, readFile, rename, rm, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import sharp from "sharp";
import { contentFile } from "../../scripts/content/entry.ts";
import { readEntry } from "../../scripts/content/front-matter.ts";
import { random } from "../../scripts/lib/lists.ts";
import { formatProblem } from "../../scripts/problems/print.ts";
import { ContentFailure } from "../../scripts/problems/problem.ts";
import { buildSite } from "../../scripts/site/build.ts";
import type { Settings } from "../../scripts/site/check.ts";
import { buildIfChanged } from "../../scripts/site/unchanged.ts";
import { folderDigest, listFiles } from "./files.ts";
import { testEpoch } from "./project.ts";

/** All that a site is made from but our code. */
interface Inputs {
  /** By path from the project's root. */
  files: ReadonlyMap<string, Buffer>;
  settings: Omit<Settings, "root">;
}

/** A build, and what came of it. */
interface Built extends Inputs {
  /** As `folderDigest` has it; undefined where the content was refused. */
  site?: Record<string, string>;
  told: unknown;
}

/** The inputs while they are edited. */
class Desk {
  files = new Map<string, Buffer>();
  settings: Inputs["settings"] = {
    origin: undefined,
    prefix: "/",
    now: Number(testEpoch) * 1000,
    drafts: false,
    pagesOnly: true,
  };
  /** Files of `_site/` that somebody changes by hand; undefined: removed. */
  live = new Map<string, Buffer | undefined>();
  /** Builds that were accepted, the last one at the end. */
  readonly good: Built[] = [];
  readonly next: () => number;
  readonly pictures: readonly Buffer[];

  constructor(seed: number, pictures: readonly Buffer[]) {
    this.next = random(seed);
    this.pictures = pictures;
  }

  below(count: number): number {
    return Math.floor(this.next() * count);
  }
  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] ?? assert.fail("nothing to pick from");
  }
  /** A number that stands nowhere yet. */
  fresh(): number {
    return 1000 + this.below(9_000_000);
  }
  day(): string {
    return new Date(Date.UTC(2015, 0, 1 + this.below(4000))).toISOString().slice(0, 10);
  }
  /** One of the files whose path matches. */
  file(pattern: RegExp): string {
    return this.pick([...this.files.keys()].filter((file) => pattern.test(file)));
  }
  article(): string {
    return this.file(/news\/[ar]-\d+\.md$/);
  }
  write(file: string, text: string): void {
    this.files.set(file, Buffer.from(text));
  }
  move(file: string, to: string): void {
    this.files.set(to, this.files.get(file) ?? assert.fail(file));
    this.files.delete(file);
  }
  change(file: string, what: string | RegExp, by: string | (() => string)): void {
    // The text of a function is taken as it stands.
    this.write(file, String(this.files.get(file)).replace(what, by as string));
  }
  add(file: string, text: string): void {
    this.change(file, /$/, () => `\n${text}\n`);
  }
  /** Sets a key of the front matter that takes one line; without a value it goes. */
  set(file: string, key: string, value?: string): void {
    this.change(file, new RegExp(`^${key}: .*\n`, "m"), "");
    if (value !== undefined) this.change(file, /^---\n/, () => `---\n${key}: ${value}\n`);
  }
  /** Sets a key, or takes it away. */
  toggle(file: string, key: string, value: string): void {
    const isThere = new RegExp(`^${key}: `, "m").test(String(this.files.get(file)));
    this.set(file, key, isThere ? undefined : value);
  }
  title(file: string): string {
    const han = String.fromCharCode(0x4e00 + this.below(0x4000));
    return file.startsWith("content/zh/") ? `标题${han}${this.fresh()}` : `Title ${this.fresh()}`;
  }
  newArticle(file: string, linked: string): void {
    const title = this.title(file);
    const front = `title: ${title}\nsummary: Of ${title}\ndate: ${this.day()}`;
    const body = `Text 1 of [that](${linked}.md).\n\n## Heading 1\n\nMore “*text*”.`;
    this.write(file, `---\n${front}\n---\n\n${body}\n`);
  }
  newEvent(file: string): void {
    const front = `title: ${this.title(file)}\nsummary: Of it\ndate: 2026-11-01\ncity: liverpool`;
    this.write(file, `---\n${front}\nstart: ${this.dayOfEvent()}\n---\n\nText ${this.fresh()}.\n`);
  }
  /** Around the days of the clock, which makes one past. */
  dayOfEvent(): string {
    const day = new Date(Number(testEpoch) * 1000 + this.below(5) * 86_400_000).toISOString();
    return day.slice(0, 10) + this.pick(["", " 19:00", " 23:30"]);
  }
  photograph(name: string): void {
    const texts = ["alt", "caption", "credit"].map((key) => `${key}: { en: ${name}, zh: 河 }\n`);
    const rest = "licence: CC0-1.0\nfocus: { x: 0.5, y: 0.5 }\n";
    this.files.set(`assets/photos/${name}.jpg`, this.pick(this.pictures));
    this.write(`assets/photos/${name}.yaml`, `${texts.join("")}${rest}`);
  }
  /** Says of a Chinese page that it is a translation of the English text as it stands. */
  stamp(file: string): void {
    const english = file.replace("/zh/", "/en/");
    const [, key = ""] = /^content\/en\/(.*)\.md$/.exec(english) ?? [];
    const text = this.files.get(english);
    if (!text) return;
    const { entry } = readEntry(contentFile(english, "en", key), String(text));
    if (entry) this.set(file, "translated", `2026-11-24 ${entry.textStamp}`);
  }
  /** Replaces the links to an article beside it, as whoever is careful does when it goes. */
  relink(gone: string, by: string): void {
    const link = new RegExp(`\\(${path.posix.basename(gone)}[^)]*\\)`, "g");
    for (const file of this.files.keys()) {
      if (path.dirname(file) === path.dirname(gone)) this.change(file, link, () => `(${by})`);
    }
  }
  published(): string {
    return this.pick(Object.keys(this.good.at(-1)?.site ?? {}));
  }
  resume({ files, settings }: Inputs): void {
    this.files = new Map(files);
    this.settings = settings;
  }
  tell(settings: Partial<Settings>): void {
    this.settings = { ...this.settings, ...settings };
  }
}

/** What may be edited. A kind may be refused by chance: a link to what goes, a title that is taken. */
const kinds = {
  text: (desk) => desk.change(desk.article(), /Text \d+/, `Text ${desk.fresh()}`),
  "text of the same size": (desk) =>
    desk.change(desk.article(), /Text \d/, `Text ${desk.below(10)}`),
  "fixed page": (desk) =>
    desk.add(
      desk.file(/\/(?:index|about|archive|contact|credits|search)\.md$/),
      `Sentence ${desk.fresh()}.`,
    ),
  title(desk) {
    const file = desk.file(/(?:en|zh)\/.*\.md$/);
    desk.set(file, "title", desk.title(file));
  },
  summary: (desk) => desk.set(desk.file(/(?:en|zh)\/.*\.md$/), "summary", `Sum ${desk.fresh()}`),
  date: (desk) => desk.set(desk.article(), "date", desk.day()),
  "date to come": (desk) => desk.set(desk.article(), "date", "2026-12-03"),
  change: (desk) => desk.toggle(desk.article(), "updated", desk.pick(["2026-11-29", "2026-12-03"])),
  alias: (desk) => desk.toggle(desk.article(), "aliases", `[/old-${desk.below(300)}/]`),
  draft: (desk) => desk.toggle(desk.article(), "draft", "true"),
  archive: (desk) => desk.toggle(desk.article(), "archive", "true"),
  tags: (desk) => desk.set(desk.article(), "tags", desk.pick(["[culture]", "[heritage, culture]"])),
  lead: (desk) => desk.toggle(desk.article(), "photo", `../../../${desk.file(/\.jpg$/)}`),
  picture: (desk) => desk.add(desk.article(), `![A picture](../../../${desk.file(/\.jpg$/)})`),
  download(desk) {
    const file = `assets/downloads/d-${desk.below(5)}.csv`;
    desk.write(file, `${desk.fresh()},b\n`.repeat(1 + desk.below(900)));
    desk.add(desk.article(), `[A list](../../../${file})`);
  },
  "download gone": (desk) => desk.files.delete(`assets/downloads/d-${desk.below(5)}.csv`),
  pixels: (desk) => desk.files.set(desk.file(/photos\/n.*\.jpg$/), desk.pick(desk.pictures)),
  record: (desk) =>
    desk.change(desk.file(/photos\/.*\.yaml$/), /en: .*(?=, zh)/, `en: Word ${desk.fresh()}`),
  photograph(desk) {
    const name = `n-${desk.fresh()}`;
    desk.photograph(name);
    desk.set(desk.article(), "photo", `../../../assets/photos/${name}.jpg`);
  },
  event(desk) {
    const language = desk.pick(["en", "zh"]);
    const file = `content/${language}/events/${language}-${desk.below(6)}.md`;
    if (!desk.files.delete(file)) desk.newEvent(file);
  },
  "event moved": (desk) => desk.set(desk.file(/events\/..-/), "start", desk.dayOfEvent()),
  "event cancelled"(desk) {
    const file = desk.file(/events\/..-/);
    desk.toggle(file, "status", "cancelled");
    desk.toggle(file, "updated", "2026-11-29");
  },
  "new article": (desk) => desk.newArticle(`content/en/news/a-${desk.fresh()}.md`, "culture-day"),
  removal(desk) {
    const gone = desk.article();
    desk.files.delete(gone);
    if (desk.below(3) > 0) desk.relink(gone, "index.md");
  },
  rename(desk) {
    const old = desk.article();
    const name = `r-${desk.fresh()}.md`;
    desk.move(old, path.posix.join(path.dirname(old), name));
    if (desk.below(3) > 0) desk.relink(old, name);
  },
  exchange(desk) {
    const [one, other] = [desk.article(), desk.article()];
    desk.move(one, "content/x");
    if (one !== other) desk.move(other, one);
    desk.move("content/x", other);
  },
  translation(desk) {
    const file = desk.article();
    const other = file.replace(/\/(en|zh)\//, (_, one) => (one === "en" ? "/zh/" : "/en/"));
    if (desk.files.has(other)) desk.files.delete(other);
    else desk.newArticle(other, "culture-day");
  },
  stamp: (desk) => desk.stamp(desk.file(/\/zh\/.*\.md$/)),
  link: (desk) =>
    desk.change(desk.article(), /\([^)]*?\.md/, `(${path.posix.basename(desk.article())}`),
  "link to a heading": (desk) =>
    desk.change(desk.article(), /\.md\)/, `.md#heading-${desk.pick([1, 1, 1, 2])})`),
  heading: (desk) => desk.change(desk.article(), /Heading \d/, `Heading ${1 + desk.below(2)}`),
  "broken link": (desk) => desk.add(desk.article(), "[Nothing](nothing.md)"),
  "wrong date": (desk) => desk.set(desk.article(), "date", "2025-02-30"),
  page(desk) {
    const file = desk.pick(["content/en/extra.md", "content/zh/extra.md", "content/en/other.md"]);
    if (desk.files.delete(file) && desk.below(2) === 0) return;
    desk.newArticle(file, "news/index");
    desk.set(file, "date");
  },
  data(desk) {
    const [file, what] = desk.pick([
      ["strings/en", /(?<= (?:previous|newest): ).*/],
      ["strings/zh", /(?<= (?:previous|newest): ).*/],
      ["site", /(?<=telephone: ").*(?=")/],
      ["site", /(?<= {2}en: )The Twinning.*/],
      ["navigation", /(?<=contact\n.*en: )[^,]*/],
      ["tags", /(?<=^culture: .*zh: )[^ ]*/m],
      ["timeline", /(?<= en: ).*/],
    ]);
    desk.change(`content/_data/${file}.yaml`, what, `Word ${desk.fresh()}`);
  },
  template: (desk) =>
    desk.change(
      desk.file(/(?:article|news|page|base|footer|figure|tag-list|timeline)\.njk$/),
      /(?:<i>\d+<\/i>)?(?=<\/(?:p|div|article|figure|ul|ol|footer|body)>)/,
      `<i>${desk.fresh()}</i>`,
    ),
  style: (desk) => desk.add(desk.file(/\.css$/), `hr { top: ${desk.fresh()}px; }`),
  script: (desk) => desk.add("assets/scripts/search.ts", `document.title = "${desk.fresh()}";`),
  icon: (desk) => desk.change("assets/icons/icon.svg", /9b1b../, `9b1b${10 + desk.below(90)}`),
  clock: (desk) => desk.tell({ now: Number(testEpoch) * 1000 + desk.below(5) * 86_400_000 }),
  "base path": (desk) => desk.tell({ prefix: desk.pick(["/", "/twinning/"]) }),
  origin: (desk) =>
    desk.tell({ origin: desk.pick(["https://one.example", "https://two.example"]) }),
  commit: (desk) => desk.tell({ commit: { hash: String(desk.fresh()), modified: true } }),
  "pictures and search": (desk) => desk.tell({ pagesOnly: desk.below(5) > 0 }),
  "file of the site": (desk) => desk.live.set(desk.published(), Buffer.from("by hand")),
  "file of the site gone": (desk) => desk.live.set(desk.published(), undefined),
  "file too many": (desk) => desk.live.set(`news/more-${desk.fresh()}.html`, Buffer.from("more")),
  "taken back": (desk) => desk.resume(desk.pick(desk.good.slice(-8))),
  nothing: () => {},
} satisfies Record<string, (desk: Desk) => unknown>;

/** One edit is mostly of one kind. */
export type Edit = readonly (keyof typeof kinds)[];

/** Edits of all kinds, the same for the same seed. */
export function randomEdits(seed: number, count: number): Edit[] {
  const next = random(seed);
  const names = [...Object.keys(kinds), ...Array(12).fill("taken back")] as Edit[number][];
  return Array.from({ length: count }, () => {
    const edit: Edit[number][] = [];
    do edit.push(names[Math.floor(next() * names.length)] ?? "nothing");
    while (next() < 0.2);
    return edit;
  });
}

/**
 * Edits a site of 300 articles, and builds after each edit: with all that is kept of earlier builds, and
 * from nothing. Asserts that both make the same files, byte for byte, and tell the same.
 *
 * @param warm the project that is edited, see `builtProject`
 * @param clean one that is the same
 * @returns how many builds were accepted
 */
export async function proveEdits(
  warm: string,
  clean: string,
  seed: number,
  edits: readonly Edit[],
): Promise<number> {
  // A build leaves the process in its project. Where that is gone, no thread can start.
  process.chdir(warm);
  const pictures = await Promise.all(Array.from({ length: 9 }, (_, hue) => picture(hue)));
  const desk = new Desk(seed, pictures);
  const laid = await inputFiles(warm);
  const cleanLaid = new Map(laid);
  furnish(desk, laid);
  let accepted = 0;
  for (const [number, edit] of [[], ...edits].entries()) {
    try {
      desk.live.clear();
      for (const kind of edit) kinds[kind](desk);
      const inputs = { files: new Map(desk.files), settings: desk.settings };
      await lay(warm, laid, inputs.files, () => (number === 0 ? 2 : desk.below(4)));
      const live = path.join(warm, "_site");
      for (const [file, bytes] of desk.live) await put(path.join(live, file), bytes, desk.below(4));
      let expected = desk.good
        .slice(-8)
        .find(({ files, settings }) => isDeepStrictEqual({ files, settings }, inputs));
      if (!expected) {
        await lay(clean, cleanLaid, inputs.files, () => 0);
        // Hundreds of cards take a minute to draw, and are found by their own words and bytes.
        await clear(clean, number % 10 === 9 ? ["photos"] : ["photos", "results"]);
        expected = { ...inputs, ...(await build(clean, inputs.settings)) };
      }
      const site = expected.site ?? (await folderDigest(live));
      const built = await build(warm, inputs.settings);
      assert.deepEqual(unlike(built.site ?? (await folderDigest(live)), site), []);
      assert.deepEqual(built.told, expected.told);
      if (expected.site) {
        accepted += 1;
        desk.good.push(expected);
      } else if (desk.below(4) > 0) desk.resume(desk.good.at(-1) ?? expected);
    } catch (error) {
      throw new Error(`seed ${seed}, edit ${number}: ${edit.join(", ")}`, { cause: error });
    }
  }
  return accepted;
}

function furnish(desk: Desk, laid: ReadonlyMap<string, Buffer>): void {
  desk.files = new Map(laid);
  for (let index = 0; index < 12; index++) desk.photograph(`n-${index}`);
  for (let index = 0; index < 150; index++) {
    for (const language of ["en", "zh"]) {
      const file = `content/${language}/news/a-${index}.md`;
      desk.newArticle(file, `a-${(index * 7 + 1) % 150}`);
      if (index % 4 === 0) desk.set(file, "tags", "[heritage]");
      if (index % 4 === 1)
        desk.set(file, "photo", `../../../assets/photos/n-${(index >> 2) % 12}.jpg`);
    }
    desk.stamp(`content/zh/news/a-${index}.md`);
  }
  for (const language of ["en", "zh"]) {
    desk.write(`content/${language}/events/index.md`, "---\ntitle: Events\nsummary: All\n---\n");
    for (let index = 0; index < 6; index++) {
      desk.newEvent(`content/${language}/events/${language}-${index}.md`);
    }
  }
}

async function build(
  root: string,
  settings: Inputs["settings"],
): Promise<Omit<Built, keyof Inputs>> {
  try {
    const all = { root, ...settings };
    const summary = await buildIfChanged(all, () => buildSite(all, () => {}));
    const { made: _made, reused: _reused, ...told } = summary;
    return { told, site: await folderDigest(path.join(root, "_site")) };
  } catch (error) {
    if (!(error instanceof ContentFailure)) throw error;
    return { told: error.problems.map(formatProblem) };
  }
}

/** The names of the files that two folders do not have alike. */
function unlike(one: Record<string, string>, other: Record<string, string>): string[] {
  return Object.keys({ ...one, ...other }).filter((file) => one[file] !== other[file]);
}

async function inputFiles(root: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const folder of ["content", "assets", "templates"]) {
    for (const file of await listFiles(path.join(root, folder))) {
      files.set(`${folder}/${file}`, await readFile(path.join(root, folder, file)));
    }
  }
  return files;
}

/** Makes the files below `root` those of `files`, and `laid`, which says what is there, with them. */
async function lay(
  root: string,
  laid: Map<string, Buffer>,
  files: ReadonlyMap<string, Buffer>,
  way: () => number,
): Promise<void> {
  for (const file of new Set([...laid.keys(), ...files.keys()])) {
    const bytes = files.get(file);
    if (bytes && laid.get(file)?.equals(bytes)) continue;
    await put(path.join(root, file), bytes, way());
    if (bytes) laid.set(file, bytes);
    else laid.delete(file);
  }
}

const calm = new Date("2026-01-01");

/** @param way bits: 1 writes a new file and renames it, as many programs do; 2 leaves the file with the time that it had */
async function put(file: string, bytes: Buffer | undefined, way: number): Promise<void> {
  if (!bytes) return rm(file, { force: true });
  await mkdir(path.dirname(file), { recursive: true });
  const written = way & 1 ? `${file}~` : file;
  await writeFile(written, bytes);
  if (way & 2) await utimes(written, calm, calm);
  if (way & 1) await rename(written, file);
}

/** Removes the site and what is kept of earlier builds, but for these. */
async function clear(root: string, kept: readonly string[]): Promise<void> {
  const cache = path.join(root, ".cache");
  const sites = (await readdir(root)).filter((name) => name.startsWith("_site"));
  const caches = (await readdir(cache)).filter((name) => !kept.includes(name));
  for (const name of [...sites, ...caches.map((one) => path.join(".cache", one))]) {
    await rm(path.join(root, name), { recursive: true });
  }
}

/** A photograph of a few pixels; all of the same size in bytes, as far as JPEG goes. */
function picture(hue: number): Promise<Buffer> {
  const background = { r: hue * 25, g: 90, b: 200 - hue * 20 };
  return sharp({ create: { width: 48, height: 32, channels: 3, background } })
    .jpeg()
    .toBuffer();
}
