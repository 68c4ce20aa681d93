import { readFile } from "node:fs/promises";
import path from "node:path";
import { type FolderServer, serveFolder } from "../../../scripts/browser/serve.ts";
import {
  contentSecurityPolicy,
  pagefindPolicy,
  pagePolicy,
  searchPolicy,
} from "../../../scripts/outputs/hosts/policies.ts";

/** Serves a built site as a host does that sends the site's policies. */
export async function serveWithPolicies(folder: string, prefix: string): Promise<FolderServer> {
  const html = await readFile(path.join(folder, "index.html"), "utf8");
  const styles = /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? "";
  return serveFolder(folder, prefix, (address) => {
    const directives = address.startsWith("pagefind/")
      ? pagefindPolicy
      : /^(?:zh\/)?search\/$/.test(address)
        ? searchPolicy(styles)
        : pagePolicy(styles);
    return { "content-security-policy": contentSecurityPolicy(directives) };
  });
}
