import { type Place, type Problem, problemOf, type Rules } from "../problems/problem.ts";
import { sampleLine } from "../problems/schema.ts";
import { foldedPath, suggestFileName } from "../problems/suggest.ts";
import type { YamlData } from "../problems/yaml.ts";
import { meantAlias } from "./aliases.ts";
import type { ContentFile } from "./entry.ts";
import { meantChoice, meantTime } from "./event-faults.ts";
import { statuses } from "./events.ts";
import { meantDate } from "./front-matter-faults.ts";
import { namesIn, plainName } from "./names.ts";

/*
 * Keys of other systems' front matter: Hugo, Jekyll, Hexo, Astro, VitePress, WordPress. Whoever moves
 * a site here is told what holds the same here, so that no text, address or draft is lost.
 */

/** What keys are called here, by what they are called elsewhere: small letters, no hyphens. */
const names = byOther({
  title: "headline 标题",
  summary:
    "description desc excerpt abstract intro introduction lead teaser subtitle 摘要 简介 描述",
  photo:
    "image images img cover coverimage thumbnail thumb featuredimage featureimage banner hero header ogimage",
  updated:
    "lastmod lastmodified lastmodifiedat modified modifiedat updatedat updateddate lastupdated lastupdate datemodified",
  date: "published publishdate publishedat pubdate pubdatetime created createdat datepublished 日期",
  author: "authors byline writer writers 作者",
  translator: "translators translatedby 译者 翻译",
  tags: "categories category topics 标签 分类",
  aliases: "permalink url redirectfrom oldurl oldurls alias",
});

/** The same, of keys that only events have. */
const eventNames = byOther({
  start: "startdate starttime startsat dtstart begin begins from when eventdate 开始 开始时间 时间",
  end: "enddate endtime endsat dtend ends finish until to 结束 结束时间",
  city: "town 城市",
  venue: "location place where room 地点 场地",
  address: "street 地址",
  price: "cost fee admission entry entrance 价格 票价 费用",
  booking: "tickets ticket ticketurl bookingurl register registration rsvp signup link 预订 报名",
  status: "eventstatus state 状态",
});

/** By each of the other names, the name here. */
function byOther(others: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const pairs = Object.entries(others).map(([name, all]) =>
    all.split(" ").map((one) => [one, name]),
  );
  return Object.fromEntries(pairs.flat());
}

/** Keys whose words are for programs. */
const technical =
  /^(?:layout|type|template|id|guid|uuid|key|markup|theme|menu|nav|sidebar|icon|colou?r|class|robots|sitemap|outputs|parent|keywords|math|mathjax|toc|comments|cascade|published|publish|status|lang|language|locale|slug|permalink|redirectfrom|translated)$/;

/**
 * What is to be done with a key that pages here lack, and the key that holds the same here; undefined
 * if it can be deleted.
 *
 * @param nearest the key here that it may be a misspelling of
 */
export function explainForeignKey(
  key: string,
  place: Place,
  nearest: string | undefined,
  yaml: YamlData,
  file: ContentFile,
): { problem: Problem; name?: string } | undefined {
  const data = yaml.data as Data;
  const meant = meantBy(key, data, file);
  if (meant !== undefined) {
    const { name, value } = meant;
    const same = Object.keys(data).find((one) => meantBy(one, data, file)?.name === name);
    const holder = Object.hasOwn(data, name) ? name : same;
    const written = sampleLine(name, value);
    const rule = holder === key ? "foreign-key" : "foreign-key-twice";
    const line = rule === "foreign-key" ? written : (yaml.find([holder ?? ""])?.key.line ?? 1);
    const advice =
      name === "aliases"
        ? `write \`${written}\` there, and delete it here`
        : `keep the better of the two as \`${name}\`, and delete the other`;
    return { problem: problemOf(foreignKeyRules, rule, place, { key, name, line, advice }), name };
  }
  const advice = adviceOnFile(plain(key), String(data[key]), file);
  if (advice !== undefined) {
    return { problem: problemOf(foreignKeyRules, "foreign-key-file", place, { key, advice }) };
  }
  const words = wordsOf(data[key]).join(", ");
  const isTechnical = technical.test(plain(key)) || words === file.address;
  if (nearest !== undefined || isTechnical || !/\p{L}/u.test(words)) return undefined;
  return { problem: problemOf(foreignKeyRules, "foreign-key-text", place, { key, words }) };
}

type Data = Readonly<Record<string, unknown>>;

/** A key with what stands at it, as it would be here. */
interface Meant {
  name: string;
  value: unknown;
}

function plain(key: string): string {
  return key.toLowerCase().replace(/[-_\s]/g, "");
}

function meantBy(key: string, data: Data, file: ContentFile): Meant | undefined {
  const known = plain(key);
  const value = data[key];
  if (isDraft(known, value)) return { name: "draft", value: true };
  if (file.kind === "event" && value === true) {
    const status = statuses.find((one) => one === known || one === meantChoice(known));
    if (status !== undefined) return { name: "status", value: status };
  }
  const name = (file.kind === "event" ? eventNames[known] : undefined) ?? names[known];
  if (name === "photo") return photoOf(value, file.key.includes("/") ? "../../../" : "../../");
  if (name === "aliases") {
    const aliases = aliasesIn(data, file);
    return aliases.length > 0 && wordsOf(value).length > 0 ? { name, value: aliases } : undefined;
  }
  const text = wordsOf(value).join(", ").replace(/\s+/g, " ");
  if (name === undefined || text === "") return undefined;
  if (name === "author" || name === "translator") {
    return /^(?:article|event)$/.test(file.kind) ? { name, value: namesMeant(value) } : undefined;
  }
  if (name === "tags") {
    return file.kind === "article" ? { name, value: wordsOf(value) } : undefined;
  }
  if (name === "start" || name === "end") return { name, value: meantTime(text) };
  if (name !== "date" && name !== "updated") return { name, value: text };
  const isKnown = name === "updated" || file.kind === "article" || file.kind === "event";
  return isKnown && /\d/.test(text) ? { name, value: meantDate(text, file.language) } : undefined;
}

/** Names, of which a text may hold more; of persons that are told by several keys only the name. */
function namesMeant(value: unknown): string | string[] {
  const people = [value].flat().map((one) => (one as { name?: unknown } | null)?.name ?? one);
  const names = people.flatMap(wordsOf).flatMap((text) => {
    const name = plainName(text) || text;
    return namesIn(name) ?? [name];
  });
  return names.length === 1 ? (names[0] ?? "") : names;
}

function isDraft(known: string, value: unknown): boolean {
  if (/^(?:published?|public|visible)$/.test(known)) return value === false;
  if (/^(?:hidden|unlisted|private)$/.test(known)) return value === true;
  return known === "status" && /^(?:draft|pending|private)$/i.test(String(value));
}

/** All old addresses of a page, however they are called. */
function aliasesIn(data: Data, { address }: ContentFile): string[] {
  const written = Object.entries(data).flatMap(([key, value]) => {
    // With a host it may be that of a page which this one is about.
    const isOther = plain(key) === "url" && /^https?:/.test(String(value));
    return key === "aliases" || (names[plain(key)] === "aliases" && !isOther) ? wordsOf(value) : [];
  });
  const aliases = written.flatMap((one) => meantAlias(one) ?? []);
  return [...new Set(aliases)].filter((one) => foldedPath(one) !== foldedPath(address));
}

/** A photograph where photographs are kept, under a name that one may have. */
function photoOf(value: unknown, up: string): Meant | undefined {
  const group = (Array.isArray(value) && value.length === 1 ? value[0] : value) ?? undefined;
  const { src, image, url, path, alt } = (group ?? {}) as Readonly<Record<string, unknown>>;
  const written = [group, src, image, url, path].find((one) => typeof one === "string");
  const name = String(written ?? "")
    .split(/[?#]/, 1)[0]
    ?.split("/")
    .at(-1);
  if (!name) return undefined;
  const kept = /assets\/photos\/(.+)$/.exec(String(written))?.[1];
  const at = `${up}assets/photos/${kept ?? suggestFileName(name) ?? name}`;
  return { name: "photo", value: typeof alt === "string" ? { src: at, alt } : at };
}

/** What to do with the file whose front matter names its address or its language. */
function adviceOnFile(key: string, value: string, file: ContentFile): string | undefined {
  const [, folder = "", name = ""] = /^(.*\/)(.*)$/.exec(file.source) ?? [];
  if (key === "slug") {
    const wanted = suggestFileName(`${value}.md`);
    if (wanted === name) return undefined;
    return wanted === undefined
      ? `write the old address in its place, such as \`aliases: ["/${value}/"]\``
      : `delete it, and rename the file to \`${wanted}\` to keep that name`;
  }
  if (names[key] === "aliases" && /^(?!https?:).*(?:[*?{]|\/:)/.test(value)) {
    return 'write the old address in its place, such as `aliases: ["/old-address/"]`';
  }
  const language = /^(?:zh|cn|chinese|中|简)/i.test(value) ? "zh" : "en";
  if (!/^(?:lang|language|locale)$/.test(key) || language === file.language) return undefined;
  const there = folder.replace(/^content\/../, `content/${language}`) + name;
  return `delete it, and move the file to \`${there}\` if that is its language`;
}

/** All words in a value, however it is made up. */
function wordsOf(value: unknown): string[] {
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(wordsOf);
  return typeof value === "string" && value.trim() !== "" ? [value.trim()] : [];
}

/** What can be wrong with a key that was taken from another system. */
export const foreignKeyRules = {
  "foreign-key": {
    severity: "error",
    message: "`{key}` is called `{name}` here",
    remedy: "write `{line}` in its place",
    example: {
      key: "description",
      name: "summary",
      line: "summary: A day of music by the river",
    },
  },
  "foreign-key-twice": {
    severity: "error",
    message: "`{key}` is called `{name}` here, and line {line} says it already",
    remedy: "{advice}",
    example: {
      key: "excerpt",
      name: "summary",
      line: "3",
      advice: "keep the better of the two as `summary`, and delete the other",
    },
  },
  "foreign-key-file": {
    severity: "error",
    message: "a page has its address and its language from its file here, and not from `{key}`",
    remedy: "{advice}",
    example: {
      key: "slug",
      advice: "delete it, and rename the file to `culture-day.md` to keep that name",
    },
  },
  "foreign-key-text": {
    severity: "error",
    message: "no page shows what `{key}` says",
    remedy: "write “{words}” into the text if readers should know it, and delete it here",
    example: { key: "sponsor", words: "Jane Smith" },
  },
} as const satisfies Rules;
