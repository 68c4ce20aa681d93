import { z } from "zod";
import { listContentFiles } from "../content/files.ts";
import { addressesPath } from "../content/published.ts";
import { addressOf } from "../lib/addresses.ts";
import { civilDateIn, formatCivilDate } from "../lib/dates.ts";
import { sha256 } from "../lib/files.ts";
import { languages, timeZone } from "../lib/languages.ts";
import { listFolder } from "../lib/listing.ts";
import { nameField, textFields, today } from "../new/fields.ts";
import { nameFor, newText, writeNewFiles } from "../new/new.ts";
import { photoFolder, recordPath } from "../photos/names.ts";
import { readRecord } from "../photos/record.ts";
import { formatProblem } from "../problems/print.ts";
import { type Problem, sortProblems } from "../problems/problem.ts";
import { editsOf, fileOfRemedy, newPath } from "../problems/remedies.ts";
import { type InspectedSite, inspectSite, type Settings } from "../site/check.ts";
import { type Kept, openKept } from "../site/kept.ts";
import type { Everything, FileState, NewKind, Opened, WindowText } from "./api.ts";
import { formOf } from "./form.ts";
import { keptTexts, readDisk, writeTexts } from "./kept.ts";

export interface WindowOptions {
  root: string;
  /** Asked when a file is opened, since the last commit is the clock. */
  settings(): Promise<Settings>;
  /** What to tell an editor of a failure. */
  explain(error: unknown): string[];
}

const path = z.string();
const window = z.string().regex(/^[0-9a-f]{16}$/);
const text = z.string().transform((one) => one.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n"));
const texts = z.array(z.strictObject({ path, text, base: z.string() }));
const exchange = z.strictObject({ window, texts, discard: z.object({ path, window }).optional() });
const values = z.record(z.string(), z.string());

/** What windows may ask, and in which form. */
export const requests = {
  list: z.strictObject({}),
  open: z.strictObject({ window, path }),
  change: exchange,
  save: exchange,
  discard: exchange,
  new: z.strictObject({ kind: z.enum(["news", "event", "page"]), values }),
};

type Exchange = z.infer<typeof exchange>;

const pageFile = /^content\/(?:en|zh)\/(.+)\.md$/;

/** Whether a window has changed its text, and the disk has another. */
const isChanged = ({ text, base }: WindowText, disk: WindowText) =>
  text !== disk.text && sha256(text) !== base;

/** Whether a page says that it is a draft, even where its front matter cannot be read. */
const isDraft = (text: string) => /^---\n(?:(?!---).*\n)*?draft: +true *(?:#.*)?\n/.test(text);

const fieldsOfNew = (kind: NewKind, title: string) => [
  ...textFields(kind, today()),
  nameField("slug", nameFor(title)),
];

/** Answers to {@link requests}: the next is asked for when one was given. */
export function openWindows({ root, explain, ...options }: WindowOptions) {
  const kept = keptTexts(root);
  const seen = new Set<string>();
  let settings: Promise<Settings> | undefined;
  let builds: Kept | undefined;

  async function check(texts: readonly WindowText[]): Promise<InspectedSite> {
    builds = await openKept(root, builds);
    settings ??= options.settings();
    return inspectSite(await settings, builds, new Map(texts.map((one) => [one.path, one.text])));
  }

  /** What the project's own lists name, and files that went with nothing in their place. */
  async function editable() {
    const { pages, data } = await listContentFiles(root);
    const facts = data.filter((file) => file !== addressesPath);
    const photographs = await listFolder(root, photoFolder);
    const files = [...photographs.keys()].filter((file) => photographs.get(file) === "file");
    const records = files.filter((file) => file.endsWith(".yaml"));
    const listing = new Map([...(await listFolder(root, "content")), ...photographs]);
    const isTaken = (step: string) => !["folder", undefined].includes(listing.get(step));
    const gone = [...seen, ...(await kept.files())].filter(
      (file) => !file.split("/").some((_, at, all) => isTaken(all.slice(0, at + 1).join("/"))),
    );
    const paths = new Set([...pages.map(({ source }) => source), ...facts, ...records, ...gone]);
    for (const file of paths) seen.add(file);
    const pictures = files.filter((file) => !paths.has(file) && paths.has(recordPath(file)));
    return { pages, facts, pictures, has: (file: string) => paths.has(file) };
  }

  /** Saves texts with which the site is as `checked`; why not, a sentence each. */
  async function save(texts: readonly WindowText[], checked: InspectedSite): Promise<string[]> {
    const errors = checked.problems.filter(({ severity }) => severity === "error");
    const nameOf = ({ path, rule, message }: Problem) => [path, rule, message].join();
    const before = errors.length > 0 ? (await check([])).problems.map(nameOf) : [];
    const refused = errors.filter((error) => {
      const own = texts.find((one) => one.path === error.path);
      if (own) return !isDraft(own.text);
      return (
        !before.includes(nameOf(error)) && !checked.readings.get(error.path)?.page.entry?.draft
      );
    });
    if (refused.length === 0) await writeTexts(root, texts);
    return sortProblems(refused).map(formatProblem);
  }

  /** Keeps what is not saved of a window's texts, and tells how all of it stands. */
  async function answer(
    { window: name, texts: sent, discard }: Exchange,
    isSave = false,
  ): Promise<Opened> {
    const refused: string[] = [];
    const texts: WindowText[] = [];
    const unsaved: WindowText[] = [];
    if (discard) await kept.drop(discard.path, discard.window);
    for (const own of sent) {
      const disk = await readDisk(root, own.path);
      const isThrownAway = discard?.path === own.path && discard.window === name;
      const text = isThrownAway ? disk : own;
      texts.push(text);
      if (!isChanged(text, disk)) continue;
      unsaved.push(text);
      await kept.keep(text, name).catch((error) => refused.push(...explain(error)));
    }
    const site = await check(texts);
    if (isSave) refused.push(...(await save(unsaved, site).catch(explain)));
    const files: FileState[] = [];
    for (const own of texts) {
      const disk = await readDisk(root, own.path);
      const { path, text, base } = own.text === disk.text ? disk : own;
      const isUnsaved = isChanged(own, disk);
      if (!isUnsaved) await kept.drop(path, name);
      const others = (await kept.of(path)).filter(
        (one) => one.window !== name && one.text !== text && one.text !== disk.text,
      );
      const versions = disk.base === base ? others : [disk, ...others];
      files.push({ path, text, base, isUnsaved, versions, ...(await shown(path, text, site)) });
    }
    return { files, ...(refused.length > 0 && { refused: [...new Set(refused)] }) };
  }

  /** What a window shows of a text, as the check of the site with it says. */
  async function shown(file: string, text: string, site: InspectedSite) {
    const { fields, bodyLine, keysOf } = formOf(file, text, Object.keys(site.facts?.tags ?? {}));
    const language = languages.find((one) => file.startsWith(`content/${one}/`));
    const key = pageFile.exec(file)?.[1] ?? "";
    const pages = languages.map((one) => site.readings.get(`content/${one}/${key}.md`)?.page.entry);
    const stamp = pages[0]?.textStamp;
    const isStamped = language !== "zh" || !stamp || pages[1]?.translated?.endsWith(stamp);
    const day = civilDateIn(timeZone.zh, (await settings)?.now ?? 0);
    const problems = [...site.problems, ...site.translations].filter((one) => one.path === file);
    return {
      language,
      address: language && addressOf(language, key),
      bodyLine,
      fields,
      told: sortProblems(problems).map((problem) => {
        // Whether a translation is right a person decides.
        const isHere =
          fileOfRemedy(problem) === file &&
          newPath(problem) === undefined &&
          !site.translations.includes(problem);
        const sentence = `${problem.message} — ${problem.remedy}`;
        const edits = isHere ? editsOf(problem, text) : undefined;
        return { ...problem, sentence, keys: keysOf(problem), edits };
      }),
      isDraft: isDraft(text),
      stamp: isStamped ? undefined : `${formatCivilDate(day)} ${stamp}`,
    };
  }

  return {
    editable,

    async list(): Promise<Everything> {
      const { facts, pictures } = await editable();
      const { readings } = await check([]);
      const fieldsOf = (kind: NewKind) =>
        fieldsOfNew(kind, "").map(({ name, question, fallback }) => {
          return { name, question: question.replace(/ \(Enter .*\)$/, ""), fallback };
        });
      return {
        pages: [...readings].map(([path, { page, title }]) => {
          const { language } = page.entry ?? page.file;
          return { path, language, title: title || path, isDraft: page.entry?.draft ?? false };
        }),
        data: facts,
        photographs: pictures.map((path) => {
          const record = recordPath(path);
          return { path, record, alt: readRecord(root, record).record?.alt ?? { en: "", zh: "" } };
        }),
        unsaved: await kept.files(),
        news: { news: fieldsOf("news"), event: fieldsOf("event"), page: fieldsOf("page") },
      };
    },

    /** The file, and its page in the other language, with the text that was kept last. */
    async open({ window: name, path: file }: z.infer<typeof requests.open>): Promise<Opened> {
      settings = undefined;
      const { has } = await editable();
      const [, key] = pageFile.exec(file) ?? [];
      const pair = key ? languages.map((one) => `content/${one}/${key}.md`) : [file];
      const claimed: Awaited<ReturnType<typeof kept.of>> = [];
      const texts: WindowText[] = [];
      for (const one of pair.filter(has)) {
        const [newest] = await kept.of(one);
        if (newest) claimed.push(newest);
        const own = newest ?? (await readDisk(root, one));
        if (newest || own.base !== "") texts.push(own);
      }
      const opened = await answer({ window: name, texts });
      // Not before it is kept under the new name.
      for (const { path, window } of claimed) if (window !== name) await kept.drop(path, window);
      return opened;
    },

    change: (sent: Exchange) => answer(sent),
    discard: (sent: Exchange) => answer(sent),
    save: (sent: Exchange) => answer(sent, true),

    async new({ kind, values }: z.infer<typeof requests.new>) {
      const refused = fieldsOfNew(kind, values.title ?? "").flatMap((field) => {
        const value = values[field.name]?.trim();
        const missing = field.fallback === undefined ? "this cannot be empty" : undefined;
        const fault = value ? field.complaint(value) : missing;
        return fault ? `${field.question}: ${fault}` : [];
      });
      if (refused.length > 0) return { refused };
      const given = Object.entries(values).filter(([, value]) => value.trim());
      const request = { root, given: Object.fromEntries(given), ask: undefined };
      try {
        const { files } = await newText(kind, request, today());
        await writeNewFiles(root, files);
        return { path: [...files.keys()][0] };
      } catch (error) {
        // Of a taken title or address, as the command line says it.
        return { refused: explain(error).map((one) => one.replace("--slug", "address")) };
      }
    },
  };
}
