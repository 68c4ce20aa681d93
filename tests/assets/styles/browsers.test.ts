import assert from "node:assert/strict";
import test from "node:test";
import mdn from "@mdn/browser-compat-data" with { type: "json" };
import type { BrowserName, Identifier } from "@mdn/browser-compat-data/types";
import { bundleStyles, oldestBrowsers } from "../../../scripts/outputs/styles.ts";
import { projectRoot } from "../../support/files.ts";

/** What one of the oldest browsers does not read, and why a page is whole without it. */
const done: Readonly<Record<string, string>> = {
  ":has()": "lists are set in one column, cells by the room there is",
  "::view-transition-group()": "pages follow one another at once",
  "@view-transition": "the same",
  navigation: "the same",
  "@media forced-colors": "there are no such colours to follow",
  "break-after: avoid": "a heading may stand at the foot of a sheet",
  "cursor: pointer": "a telephone has none",
  "font-family: ui-monospace": "the next face in the list is taken",
  outline: "its corners are not round, nor are those of what it surrounds",
  "overscroll-behavior-inline": "a swipe past the end may go back in history",
  "overscroll-behavior-inline: contain": "the same",
  "paint-order": "read in drawings, which is where it stands",
  "text-autospace": "no space beside figures and Latin letters",
  "text-autospace: normal": "the same",
  "text-spacing-trim": "what it switches off is not there",
  "text-spacing-trim: space-all": "the same",
  "text-wrap": "lines are as long as they can be",
  "text-wrap: balance": "the same",
  "text-wrap: pretty": "the same",
};

/** The version of each browser, by MDN's name of it. */
const oldest = oldestBrowsers.map((each) => {
  const [name = "", version] = each.split(" ");
  return [(name === "ios_saf" ? "safari_ios" : name) as BrowserName, Number(version)] as const;
});

/** True where MDN says that a browser of the oldest does not read this, or only in part or by a prefix. */
function isTooYoung({ __compat }: Identifier): boolean {
  if (!__compat) return false;
  return oldest.some(([browser, version]) => {
    const statements = [__compat.support[browser] ?? []].flat();
    return !statements.some(
      ({ version_added, version_removed, flags, prefix, partial_implementation: isPart }) =>
        version_added &&
        Number(version_added.replace("≤", "")) <= version &&
        !(version_removed || flags || prefix || isPart),
    );
  });
}

const { properties, selectors, types, "at-rules": atRules } = mdn.css as Record<string, Identifier>;

/** Units by the names that MDN has for families of them. */
const units: Readonly<Record<string, string>> = {
  sv: "viewport_percentage_units_small",
  lv: "viewport_percentage_units_large",
  dv: "viewport_percentage_units_dynamic",
  cq: "container_query_length_units",
};

/** What a minified stylesheet is written with, and what MDN knows of it: nothing, if it is no CSS. */
function* features(css: string): Generator<[name: string, known: Identifier | undefined]> {
  const bare = css.replace(/"[^"]*"/g, '""');
  for (const [, prelude = ""] of bare.matchAll(/([^{};]+)\{/g)) {
    const [, rule] = /^@([\w-]+)/.exec(prelude) ?? [];
    if (rule === undefined) {
      if (prelude.includes("&")) yield ["nesting", selectors?.nesting];
      for (const [pseudo, name = ""] of prelude.matchAll(/::?([a-z-]+)\(?/g)) {
        yield [pseudo.replace(/\($/, "()"), selectors?.[name]];
      }
      continue;
    }
    const known = atRules?.[rule];
    yield [`@${rule}`, known];
    if (rule !== "media") continue;
    for (const [, , name = ""] of prelude.matchAll(/\((min-|max-)?([a-z-]+)/g)) {
      yield [`@media ${name}`, known?.[name]];
    }
    if (/[<>=]/.test(prelude)) yield ["ranges in @media", known?.range_syntax];
  }
  for (const [, name = "", value = ""] of bare.matchAll(/(?<=[{};])([\w-]+):([^;{}]*)(?=[;}])/g)) {
    const property = properties?.[name] ?? descriptor(name);
    if (!name.startsWith("-")) {
      yield [name, property];
      for (const [word] of value.matchAll(/(?<![\w.#-])[a-z][a-z-]+(?![\w(-])/g)) {
        if (property?.[word]) yield [`${name}: ${word}`, property[word]];
      }
    }
    for (const [, call = ""] of value.matchAll(/([a-z-]+)\(/gi)) {
      if (call !== "var") yield [`${call}()`, property?.[call] ?? named(types, call)];
    }
    for (const [unit, family = ""] of value.matchAll(/(?<=\d)(sv|lv|dv|cq)\w+/g)) {
      yield [unit, types?.length?.[units[family] ?? ""]];
    }
  }
}

/** What may be declared in an at-rule only. */
function descriptor(name: string): Identifier | undefined {
  return below(atRules).find(([, rule]) => rule[name])?.[1][name];
}

/** What has a name somewhere below. */
function named(tree: Identifier | undefined, name: string): Identifier | undefined {
  for (const [key, branch] of below(tree)) {
    const found = key === name ? branch : named(branch, name);
    if (found) return found;
  }
  return undefined;
}

function below(tree: Identifier | undefined): [name: string, branch: Identifier][] {
  const { __compat, ...branches } = tree ?? {};
  return Object.entries(branches);
}

function tooYoung(css: string): string[] {
  const found = [...features(css)].filter(([, known]) => known === undefined || isTooYoung(known));
  return [...new Set(found.map(([name]) => name))].sort();
}

test("the oldest browsers read all styles but what a page can do without", async () => {
  const generated = { fonts: "", shapes: "", tones: "" };
  const pages = await bundleStyles(projectRoot, generated);
  const welcome = await bundleStyles(projectRoot, generated, "assets/styles/welcome.css");
  const feeds = await bundleStyles(projectRoot, {}, "assets/styles/feed.css");
  assert.deepEqual(tooYoung(pages + welcome + feeds), Object.keys(done).sort());
});

test("what is too young would be seen, and what is no CSS", () => {
  for (const [css, name] of [
    ["a{color:light-dark(red,blue)}", "light-dark()"],
    ["a{--x:color-mix(in oklab,red,blue)}", "color-mix()"],
    ["a{&:hover{color:red}}", "nesting"],
    ["a{inline-size:10cqi}", "cqi"],
    ["@media (width>=30rem){a{color:red}}", "ranges in @media"],
    ["@scope (a){b{color:red}}", "@scope"],
    ["a:has(b){color:red}", ":has()"],
    ["a{field-sizing:inherit}", "field-sizing"],
    ["a{grid-template-columns:subgrid}", "grid-template-columns: subgrid"],
    ["a{colour:red}", "colour"],
  ] as const) {
    assert.deepEqual(tooYoung(css), [name].sort(), css);
  }
  assert.deepEqual(tooYoung("a:hover{inline-size:min(2rem,10svb);color:#12303f59}"), []);
});
