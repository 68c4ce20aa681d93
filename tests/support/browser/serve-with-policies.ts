import { readFile } from "node:fs/promises";
import path from "node:path";
import { type FolderServer, serveFolder } from "../../../scripts/browser/serve.ts";
import { headerPolicies } from "../../../scripts/outputs/hosts/policies.ts";

/** Serves a built site as a host does that sends the site's policies. */
export async function serveWithPolicies(folder: string, prefix: string): Promise<FolderServer> {
  const html = await readFile(path.join(folder, "index.html"), "utf8");
  const styles = /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? "";
  const { page, search, pagefind } = headerPolicies(styles);
  return serveFolder(folder, prefix, (address) => {
    const isSearch = /^(?:zh\/)?search\/$/.test(address);
    const policy = address.startsWith("pagefind/") ? pagefind : isSearch ? search : page;
    return { "content-security-policy": policy };
  });
}
