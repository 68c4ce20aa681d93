import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

const pages = [
  { name: "about", title: "About", text: "Two ports on two rivers, and people who write letters." },
  { name: "contact", title: "Contact", text: "Write to us at the harbour office." },
];

/** Where a peer wants what all of them have, below its folder. */
export interface PeerPlaces {
  /** The folder of the pages beside the articles. */
  pages: string;
  /** Further lines of their front matter. */
  frontMatter?: string;
  /** The stylesheet, which is copied as it is. */
  stylesheet: string;
}

/**
 * Copies a peer's layouts from `scripts/bench/peers/NAME/`, and adds the two single pages and one
 * stylesheet: all of the project's own, one after the other.
 */
export async function fillPeer(
  name: string,
  { root, folder }: { root: string; folder: string },
  places: PeerPlaces,
): Promise<void> {
  await cp(path.join(import.meta.dirname, name), folder, { recursive: true });
  await mkdir(path.join(folder, places.pages), { recursive: true });
  for (const { name, title, text } of pages) {
    const front = `title: ${title}\nsummary: ${text}\n${places.frontMatter ?? ""}`;
    const file = path.join(folder, places.pages, `${name}.md`);
    await writeFile(file, `---\n${front}---\n\n${text}\n`);
  }
  const styles = path.join(root, "assets/styles");
  const index = await readFile(path.join(styles, "index.css"), "utf8");
  const names = [...index.matchAll(/@import "([^"]+\.css)"/g)].map(([, name = ""]) => name);
  const texts = await Promise.all(names.map((each) => readFile(path.join(styles, each), "utf8")));
  const stylesheet = path.join(folder, places.stylesheet);
  await mkdir(path.dirname(stylesheet), { recursive: true });
  await writeFile(stylesheet, texts.join("\n"));
}
