import { checkContent } from "../content/content.ts";
import type { ContentFile } from "../content/entry.ts";
import { EnvironmentFailure } from "../lib/failure.ts";
import { foldedPath } from "../lib/folded-path.ts";

/**
 * Lets pages pass whose addresses and titles no page of the project at `root` has, drafts and old
 * addresses included.
 *
 * @throws EnvironmentFailure for the others
 */
export async function refuseTaken(
  root: string,
  wanted: readonly (ContentFile & { title: string })[],
): Promise<void> {
  const { entries, incomplete } = await checkContent(root);
  const taken = wanted.flatMap(({ source, address }) => {
    const isSame = (other: string) => foldedPath(other) === foldedPath(address);
    const page = [...entries, ...incomplete].find((file) => isSame(file.address));
    if (page?.source === source) return [`${source} is there already`];
    if (page !== undefined) return [`${page.source} has the address ${address} already`];
    const alias = entries.find(({ aliases }) => aliases.some(isSame));
    if (alias !== undefined) return [`${address} is an old address that leads to ${alias.source}`];
    return [];
  });
  if (taken.length > 0) {
    const advice = "choose another title, or another --slug";
    throw new EnvironmentFailure(`${taken.join(", and ")} — ${advice}`);
  }
  for (const { language, title } of wanted) {
    const twin = entries.find((entry) => entry.language === language && entry.title === title);
    if (twin === undefined) continue;
    throw new EnvironmentFailure(`${twin.source} has the same title — choose another`);
  }
}
