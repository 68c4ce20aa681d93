import { parseSrcset } from "./parse-srcset.ts";
import type { Page } from "./read-site.ts";

/** An `img` of a page, with its alternatives. */
export interface PageImage {
  attributes: Readonly<Record<string, string>>;
  /** Its own file and every alternative that a browser may take instead. */
  candidates: ImageCandidate[];
}

/** A file that a browser may show for an `img`. */
export interface ImageCandidate {
  /** As written in the page. */
  address: string;
  /** Such as `640w`; empty where there is none. */
  descriptor: string;
  /** The media type that its `source` promises; undefined for those of the `img` itself. */
  type: string | undefined;
  /** The box that is kept free for it. */
  width: number;
  height: number;
}

/** The images of a page, in document order. */
export function pageImages({ tags }: Page): PageImage[] {
  return tags
    .filter(({ name }) => name === "img")
    .map(({ attributes, ancestors }) => {
      const picture = ancestors.at(-1);
      const sources = tags.filter(
        (tag) =>
          tag.name === "source" && picture?.name === "picture" && tag.ancestors.at(-1) === picture,
      );
      const own = [{ address: attributes.src ?? "", descriptor: "" }];
      const alternatives = [attributes, ...sources.map((source) => source.attributes)].flatMap(
        ({ srcset = "", type, width, height }) =>
          parseSrcset(srcset).map((candidate) => ({
            ...candidate,
            type,
            width: Number(width ?? attributes.width),
            height: Number(height ?? attributes.height),
          })),
      );
      const box = { width: Number(attributes.width), height: Number(attributes.height) };
      const candidates = [
        ...own.map((candidate) => ({ ...candidate, type: undefined, ...box })),
        ...alternatives,
      ];
      return { attributes, candidates };
    });
}
