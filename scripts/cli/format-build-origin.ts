import type { BuildRecord } from "../outputs/small-texts.ts";

/** What a site was built from and as of when, after “is”. */
export function formatBuildOrigin(record: BuildRecord): string {
  const { commit, modified, sourceDateEpoch } = record;
  const from = commit === null ? "of no known commit" : `of commit ${commit}`;
  const changes = modified ? " with changes that are not in it" : "";
  const seconds = new Date(sourceDateEpoch * 1000).toISOString().replace(".000", "");
  return `${from}${changes}, built as of ${seconds}`;
}
