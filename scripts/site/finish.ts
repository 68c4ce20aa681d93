import { availableParallelism } from "node:os";
import { Parser } from "htmlparser2";
import pLimit from "p-limit";
import Tinypool from "tinypool";

/** Pages that go to a thread together: alone, each waits longer for the threads than it is worked on. */
const together = 32;

interface Waiting {
  html: string;
  resolve(page: FinishedPage): void;
  reject(error: Error): void;
}

/** A finisher that minifies in worker threads. */
function finishInThreads(threads: number): PageFinisher {
  const pool = new Tinypool({
    filename: import.meta.resolve("./finish-worker.mjs"),
    minThreads: threads,
    maxThreads: threads,
  });
  let waiting: Waiting[] = [];
  let running = 0;

  const send = async () => {
    const pages = waiting.slice(0, together);
    waiting = waiting.slice(together);
    running += 1;
    try {
      const finished: Finishing[] = await pool.run(pages.map(({ html }) => html));
      finished.forEach((page, index) => {
        if ("refused" in page) pages[index]?.reject(new Error(page.refused));
        else pages[index]?.resolve(page);
      });
    } catch (error) {
      for (const { reject } of pages) reject(error as Error);
    }
    running -= 1;
    sendOn();
  };
  /** What is too few to be sent waits for more, as long as every thread has work. */
  const sendOn = () => {
    while (waiting.length >= together || (waiting.length > 0 && running < threads)) void send();
  };

  return {
    finish: (html) =>
      new Promise((resolve, reject) => {
        waiting.push({ html, resolve, reject });
        if (waiting.length >= together) sendOn();
        else setImmediate(sendOn);
      }),
    close: () => pool.destroy(),
  };
}

/** A page as it is published, but for its styles. */
export interface FinishedPage {
  html: string;
  outline: PageOutline;
}

/**
 * Minifies a page, where that is wanted, and reads what the checks of the whole site need to know of it.
 *
 * @throws what the minifier throws at markup that it cannot parse
 */
async function finishPage(html: string, minified = true): Promise<FinishedPage> {
  const finished = minified ? await minify(html) : html;
  return { html: finished, outline: pageOutline(finished) };
}

/** A page that was finished, or what the minifier said of it. */
type Finishing = FinishedPage | { refused: string };

/** Finishes several pages, one after the other. */
export async function finishPages(pages: readonly string[]): Promise<Finishing[]> {
  const finished: Finishing[] = [];
  for (const html of pages) {
    finished.push(await finishPage(html).catch(({ message }: Error) => ({ refused: message })));
  }
  return finished;
}

/**
 * Minifies one page. Whoever parses the result gets the same document as before, white space
 * between words apart. CSS and JavaScript are left as they are: they arrive minified, and their
 * hashes are in the security policy.
 *
 * @throws what html-minifier-terser throws at markup it cannot parse
 */
export async function minify(html: string): Promise<string> {
  // It takes longer to load than to minify this site, and a build in which nothing has changed needs none.
  const { minify: terser } = await import("html-minifier-terser");
  return terser(html, {
    collapseWhitespace: true,
    // Without this, the spaces around <picture>, <cite> and <data> are lost.
    conservativeCollapse: true,
    removeComments: true,
    removeAttributeQuotes: true,
    minifyCSS: false,
    minifyJS: false,
  });
}

/** Finishes pages; to be closed when the last one is finished. */
interface PageFinisher {
  /** See {@link finishPage}. */
  finish(html: string): Promise<FinishedPage>;
  close(): Promise<void>;
}

/** Fewer pages are finished before a thread has started, which takes about 0.3 s. */
const worthThreads = 300;

/** The minifier holds a page's whole tree: a few at a time keep memory flat. */
const atOnce = 4;

/**
 * A finisher for so many pages. Where there is much to do, it works in threads, one for each processor
 * but the one that renders meanwhile.
 */
export function pageFinisher(pages: number, minified: boolean): PageFinisher {
  if (pages >= worthThreads && minified) {
    return finishInThreads(Math.max(1, availableParallelism() - 1));
  }
  const limit = pLimit(atOnce);
  return { finish: (html) => limit(finishPage, html, minified), close: async () => {} };
}

/** What the checks of a finished page need to know of it. */
export interface PageOutline {
  /** Every `id`, in order, repeats included. */
  ids: string[];
  /** Every address in an attribute: links, pictures, stylesheets, icons, cards. */
  references: string[];
  /** See {@link dataAddresses}. */
  inData: string[];
}

const addressAttributes = ["href", "src", "action", "poster", "data"];
const cardAddress = /^(?:og|twitter):(?:image|url)$/;

/**
 * Reads one page, once, without building a tree: it runs over every page of every build.
 *
 * @throws SyntaxError at structured data that is no JSON
 */
export function pageOutline(html: string): PageOutline {
  const outline: PageOutline = { ids: [], references: [], inData: [] };
  let data: string | undefined;
  const parser = new Parser({
    onopentag(name, attributes) {
      data = name === "script" && attributes.type === "application/ld+json" ? "" : undefined;
      const { property = attributes.name ?? "", content } = attributes;
      if (name === "meta" && content !== undefined && cardAddress.test(property)) {
        outline.references.push(content);
      }
      if (attributes.id !== undefined) outline.ids.push(attributes.id);
      for (const name of addressAttributes) {
        const value = attributes[name];
        if (value !== undefined) outline.references.push(value);
      }
      if (attributes.srcset !== undefined)
        outline.references.push(...addressesOf(attributes.srcset));
    },
    ontext(text) {
      if (data !== undefined) data += text;
    },
    onclosetag() {
      if (data !== undefined) outline.inData.push(...dataAddresses(data));
      data = undefined;
    },
  });
  parser.end(html);
  return outline;
}

function addressesOf(srcset: string): string[] {
  return srcset.split(",").map((candidate) => candidate.trim().split(/\s+/)[0] ?? "");
}

/** Members and fields that lead somewhere, without an origin too. */
export const leadingMembers = ["src", "start_url", "url", "id"];

/**
 * What may be addresses in structured data (JSON-LD), each once: only what fills a whole value is one,
 * in the words of an article an address is a text.
 *
 * @throws SyntaxError if it is no JSON
 */
function dataAddresses(json: string): string[] {
  const found = new Set<string>();
  JSON.parse(json, (member, value: unknown) => {
    if (typeof value !== "string") return value;
    if (/^https?:\/\/\S+$/.test(value)) found.add(value);
    else if (value.startsWith("/") && leadingMembers.includes(member)) found.add(value);
    return value;
  });
  return [...found];
}
