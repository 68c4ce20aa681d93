import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { listFiles } from "../../support/files.ts";
import { noise } from "../photos/pictures.ts";

/** The day on which the article that is not due is. */
export const dueDay = "2027-07-15";

/** Words that stand nowhere but in one article that is not published. */
export interface Words {
  /** Also the name of the article, and with `-photo` that of its photograph. */
  name: string;
  /** Stands in every Chinese text of it. */
  chinese: string;
}

export const draft: Words = { name: "zyxodraft", chinese: "魑魅魍魉" };
export const notDue: Words = { name: "qwvofuture", chinese: "饕餮貔貅" };

/** Writes both articles in both languages, each with a photograph of its own. */
export async function writeUnpublished(root: string): Promise<void> {
  const write = async (file: string, content: string | Uint8Array) => {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), content);
  };
  for (const [{ name, chinese }, head, width] of [
    [draft, "date: 2025-01-02\ndraft: true", 401],
    [notDue, `date: ${dueDay}`, 407],
  ] as const) {
    const photo = `assets/photos/${name}-photo`;
    for (const [language, word] of [
      ["en", name],
      ["zh", name + chinese],
    ]) {
      await write(
        `content/${language}/news/${name}.md`,
        `---\ntitle: ${word}\nsummary: ${word}\n${head}\nphoto: ../../../${photo}.jpg\naliases: [/${language}-old-${name}/]\n---\n\n` +
          `## ${word}\n\n${word}\n\n![${word}](../../../${photo}.jpg)\n`,
      );
    }
    await write(`${photo}.jpg`, await noise(width, 300).jpeg().toBuffer());
    const texts = ["alt", "caption", "credit"].map(
      (key) => `${key}: { en: ${name}, zh: ${name}${chinese} }\n`,
    );
    const record = `${texts.join("")}licence: LicenseRef-${name}\nfocus: { x: 0.5, y: 0.5 }\n`;
    await write(`${photo}.yaml`, record);
  }
}

/** The files below `folder` that hold a word of `words` in their name or content, however written. */
export async function filesWith({ name, chinese }: Words, folder: string): Promise<string[]> {
  const escaped = [...chinese].map((han) => `\\u${han.charCodeAt(0).toString(16)}`);
  const entities = [...chinese].map((han) => `&#x${han.charCodeAt(0).toString(16)};`);
  const written = [
    name,
    [...name].join("\0"),
    Buffer.from(chinese).toString("latin1"),
    Buffer.from(chinese, "utf16le").toString("latin1"),
    encodeURIComponent(chinese),
    escaped.join(""),
    entities.join(""),
  ].map((word) => word.toLowerCase());
  const found: string[] = [];
  for (const file of await listFiles(folder)) {
    const bytes = unpacked(file, await readFile(path.join(folder, file)));
    const hay = `${file} ${bytes.toString("latin1")}`.toLowerCase();
    if (written.some((word) => hay.includes(word))) found.push(file);
  }
  return found;
}

function unpacked(file: string, bytes: Buffer): Buffer {
  if (file.endsWith(".br")) return brotliDecompressSync(bytes);
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}
