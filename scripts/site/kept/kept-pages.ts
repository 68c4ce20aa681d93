import path from "node:path";
import type { FinishedPage } from "../../html/finish-page.ts";
import type { PageOutline } from "../../html/page-outline.ts";
import { withPrefix } from "../../lib/addresses.ts";
import { sha256 } from "../../lib/files.ts";
import { openPack } from "../../lib/pack.ts";
import type { Rendition } from "../../photos/picture.ts";
import type { Build } from "../build.ts";
import { linkResolver } from "../link-resolver.ts";
import type { Page } from "../pages/page.ts";
import type { SiteContext } from "../pages/site-context.ts";
import type { RenderedPage } from "../render.ts";
import { digest, frameKey, pageKey } from "./page-key.ts";
import { encodePage, htmlOf, notesOf, type PageNotes } from "./page-record.ts";

/** Finished pages of earlier builds, and of this one for later ones. */
export interface KeptPages {
  /** A page as it was finished before, if all that it was made from is the same. */
  find(page: Page): RenderedPage | undefined;
  /** Keeps a page that was finished now; to be called when all are. */
  keep(page: Page, finished: FinishedPage): RenderedPage;
  save(): Promise<void>;
  /** Forgets what was kept and not saved. */
  discard(): Promise<void>;
}

/** Bytes of pages kept for other settings: the preview, another base path. */
const packLimit = 2 ** 29;

/** Opens the finished pages of earlier builds. To be called when all that pages have in common is made. */
export async function openKeptPages(build: Build): Promise<KeptPages> {
  const { root, context, linksOf } = build;
  const frame = frameKey(build);
  const pack = await openPack(path.join(root, ".cache/pages"), frame, packLimit);
  const keys = new Map<Page, string>();
  const keyOf = (page: Page): string => {
    const key = keys.get(page) ?? pageKey(page, frame);
    keys.set(page, key);
    return key;
  };
  const resolveLink = linkResolver(context.entries, (to) => withPrefix(context.prefix, to));
  const digests = new Map<string, string>();
  const photographDigest = (original: string): string => {
    const known = digests.get(original) ?? digest(context.photographs.get(original));
    digests.set(original, known);
    return known;
  };
  const isSound = ({ links, photographs }: PageNotes, { source }: Page): boolean =>
    links.every(([href, address]) => resolveLink(href, source) === address) &&
    Object.entries(photographs).every(([original, kept]) => photographDigest(original) === kept);

  const addresses = new Map<string, string>();
  /** One string for all of the same characters: pages have most of their links in common. */
  const shared = (address: string): string => {
    const known = addresses.get(address);
    if (known === undefined) addresses.set(address, address);
    return known ?? address;
  };
  /** Its HTML stays on the disk until it is wanted. */
  const rendered = (page: Page, { hash, outline }: PageNotes): RenderedPage => ({
    output: page.output,
    source: page.template,
    hash,
    outline: { ...outline, references: outline.references.map(shared) },
    html() {
      const bytes = pack.read(keyOf(page));
      if (!bytes) throw new Error(`what was kept of ${page.output} is not there any more`);
      return htmlOf(bytes);
    },
  });

  return {
    find(page) {
      const bytes = pack.read(keyOf(page));
      if (!bytes) return undefined;
      const notes = notesOf(bytes);
      if (!isSound(notes, page)) return undefined;
      for (const rendition of notes.renditions) context.renditions.add(rendition);
      return rendered(page, notes);
    },
    keep(page, { html, outline }) {
      const renditions = renditionsIn(outline, context);
      const originals = [...new Set(renditions.map(({ originalPath }) => originalPath))];
      const notes: PageNotes = {
        hash: sha256(html),
        outline,
        links: [...(linksOf.get(page.source) ?? [])],
        renditions,
        photographs: Object.fromEntries(originals.map((one) => [one, photographDigest(one)])),
      };
      pack.write(keyOf(page), encodePage(notes, html));
      return rendered(page, notes);
    },
    save: () => pack.save(),
    discard: () => pack.discard(),
  };
}

/** The renditions that a page names; it asked for them while it was rendered. */
function renditionsIn(
  { references }: PageOutline,
  { prefix, renditions }: SiteContext,
): Rendition[] {
  const folder = withPrefix(prefix, "/photos/");
  const names = references
    .filter((reference) => reference.startsWith(folder))
    .map((reference) => reference.slice(folder.length));
  return [...new Set(names)].flatMap((name) => renditions.named(name) ?? []);
}
