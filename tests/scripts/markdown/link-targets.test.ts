import { linkKind, resolveContentLink } from "../../../scripts/markdown/link-targets.ts";
import { testTable } from "../../support/tables.ts";

const addresses = new Map([
  ["content/en/about.md", "/about/"],
  ["content/en/news/index.md", "/news/"],
  ["content/zh/news/上海 港.md", "/zh/news/上海港/"],
  ["content/en/news/100%.md", "/100/"],
]);

/** The whole address that a link in the file `source` leads to. */
const leadsTo = (source: string) => (href: string) => {
  const { address, query, fragment } = resolveContentLink(href, source, (path) =>
    addresses.get(path),
  );
  if (address === undefined) return undefined;
  return address + query + (fragment === undefined ? "" : `#${fragment}`);
};

testTable("link-targets", {
  "the kind of a link": linkKind,
  "where a link in content/en/news/index.md leads": leadsTo("content/en/news/index.md"),
  "where a link in content/en/about.md leads": leadsTo("content/en/about.md"),
});
