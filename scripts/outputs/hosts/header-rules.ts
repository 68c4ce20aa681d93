import { compareCodeUnits } from "../../lib/compare-code-units.ts";
import { fileKind } from "./file-kind.ts";
import type { HeaderRow } from "./header-table.ts";

/** Name and value. */
export type Header = readonly [name: string, value: string];

/** Headers of one file, or of everything in one folder. */
export interface HeaderRule {
  /** Path below the site's root: of a folder if it ends with a slash, else of a file. */
  path: string;
  headers: readonly Header[];
}

type Tree = Map<string, Tree | string>;

/**
 * What the table says of a site's files, as few rules as do: none of two rules is about the same
 * file. A folder whose files all have the same headers is one rule.
 *
 * @param files paths below the site's root
 */
export function headerRules(table: readonly HeaderRow[], files: Iterable<string>): HeaderRule[] {
  const root: Tree = new Map();
  for (const file of [...files].sort(compareCodeUnits)) {
    if (fileKind(file) === "control") continue;
    const folders = file.split("/");
    const name = folders.pop() ?? "";
    let at = root;
    for (const folder of folders) {
      const below = at.get(`${folder}/`);
      const next: Tree = typeof below === "object" ? below : new Map();
      at.set(`${folder}/`, next);
      at = next;
    }
    at.set(name, JSON.stringify(headersOf(table, file)));
  }
  return rulesIn(root, "");
}

function headersOf(table: readonly HeaderRow[], file: string): Header[] {
  const kind = fileKind(file);
  return table.flatMap(({ header, value, on }) =>
    on !== "all" && on.includes(kind) ? [[header, value] as const] : [],
  );
}

function rulesIn(tree: Tree, path: string): HeaderRule[] {
  const names = [...tree.keys()].map((name) => name.toLowerCase());
  return [...tree].flatMap(([name, below]) => {
    if (typeof below === "string") return [{ path: path + name, headers: JSON.parse(below) }];
    const [headers, ...others] = headersIn(below);
    const rule = { path: path + name, headers: JSON.parse(headers ?? "[]") };
    return others.length > 0 || isBeginning(name, names) ? rulesIn(below, path + name) : [rule];
  });
}

/** Netlify's `/news/*` is about `/newsletter/` too: see forRegExp in `@netlify/headers-parser`. */
function isBeginning(folder: string, names: readonly string[]): boolean {
  const name = folder.toLowerCase();
  return names.some((other) => other !== name && other.startsWith(name.slice(0, -1)));
}

function headersIn(tree: Tree): Set<string> {
  return new Set(
    [...tree.values()].flatMap((below) =>
      typeof below === "string" ? [below] : [...headersIn(below)],
    ),
  );
}
