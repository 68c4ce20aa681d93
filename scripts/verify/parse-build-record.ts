import { type BuildRecord, buildRecordSchema } from "../lib/build-record.ts";

/** What a `build.json` says; undefined where the text is none. */
export function parseBuildRecord(text: string): BuildRecord | undefined {
  try {
    return buildRecordSchema.safeParse(JSON.parse(text)).data;
  } catch {
    // No JSON at all, such as the page of a host that has no such file.
    return undefined;
  }
}
