import type { Card } from "./card.ts";
import { type Cluster, chooseTypefaces } from "./choose-typefaces.ts";

/** What a card says large. */
export interface TitleWords {
  readonly clusters: readonly Cluster[];
  /** Whether that is the site's name, which then stands alone. */
  readonly isName: boolean;
}

const readable = /[\p{L}\p{N}]/u;

/** The title; where no font of the project has a letter of it, the site's name. */
export async function titleWords({ title, siteName, language }: Card): Promise<TitleWords> {
  const clusters = await chooseTypefaces(title, language);
  if (title !== siteName && clusters.some(({ text }) => readable.test(text))) {
    return { clusters, isName: false };
  }
  return { clusters: await chooseTypefaces(siteName, language), isName: true };
}
