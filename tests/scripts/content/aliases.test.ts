import assert from "node:assert/strict";
import test from "node:test";
import { checkContent } from "../../../scripts/content/content.ts";
import { formatProblem } from "../../../scripts/problems/print.ts";
import { makeSite, smallest } from "./make-site.ts";

const list = "content/_data/addresses.json";
const x = "content/en/news/x.md";
const about = "content/en/about.md";

async function told(changes: Parameters<typeof makeSite>[0]): Promise<string[]> {
  const site = await makeSite(changes);
  try {
    const { problems } = await checkContent(site.root);
    return problems.filter(({ severity }) => severity === "error").map(formatProblem);
  } finally {
    await site.remove();
  }
}

/** A page of the smallest content with further lines at the end of its front matter. */
const withLines = (path: string, lines: string) =>
  (smallest[path] ?? "").replace("---\nText", `${lines}\n---\nText`);

test("an address that is not listed is no error", async () => {
  assert.deepEqual(await told({ [list]: '["/"]' }), []);
});

test("a listed page whose file is gone asks for one line, and that line mends it", async () => {
  const listed = '[\n  "/news/x/",\n  "/news/old/"\n]\n';
  const [problem, ...others] = await told({ [list]: listed });
  assert.deepEqual(others, []);
  assert.equal(
    problem,
    `${list}:3:3  the page \`/news/old/\` was published, and its file is gone — lead its readers on: add to the front matter of content/en/news/index.md \`aliases: ["/news/old/"]\``,
  );
  const index = "content/en/news/index.md";
  const mended = withLines(index, /`(aliases: [^`]+)`/.exec(problem ?? "")?.[1] ?? "");
  assert.deepEqual(await told({ [list]: listed, [index]: mended }), []);
});

test("a listed page that has become a draft may be the alias of another", async () => {
  const changes = { [list]: '["/news/x/"]', [x]: withLines(x, "draft: true") };
  assert.deepEqual(await told(changes), [
    `${x}:5:8  the page \`/news/x/\` was published, and a draft is not shown — delete \`draft: true\`, or lead its readers on: add to the front matter of content/en/news/index.md \`aliases: ["/news/x/"]\``,
  ]);
  const leading = { [about]: withLines(about, 'aliases: ["/news/x/"]') };
  assert.deepEqual(await told({ ...changes, ...leading }), []);
  assert.deepEqual(await told({ ...changes, [x]: smallest[x] ?? "", ...leading }), [
    `${about}:4:11  \`/news/x/\` is the address of ${x} — delete this alias, or write the old address that you meant`,
  ]);
});

test("a file with errors is there, and may have the alias that is missing", async () => {
  const broken = withLines(x, "drft: true\naliases: [/news/old/]");
  assert.deepEqual(await told({ [list]: '["/news/x/", "/news/old/"]', [x]: broken }), [
    `${x}:5:1  an article has no key \`drft\` — did you mean \`draft\`?`,
  ]);
});

test("a list that is no list is told", async () => {
  assert.deepEqual(await told({ [list]: "{" }), [
    `${list}:1:1  this is not the list that \`npm run addresses\` writes — bring the file back from the history of the repository`,
  ]);
});

const noAddress = (found: string, suggestion: string) =>
  `\`${found}\` is not an address on this site — write the old address from the first slash to the last, without the host, such as \`${suggestion}\``;

const refused: [alias: string, expected: string][] = [
  [
    '"/zh/news/page/2/"',
    "`/zh/news/page/2/` is the address of the list of news — delete this alias, or write the old address that you meant",
  ],
  ["/404.html/", noAddress("/404.html/", "/404/")],
  ["/../x/", noAddress("/../x/", "/x/")],
  ["/a//b/", noAddress("/a//b/", "/a/b/")],
  ['"/a\\0b/"', noAddress("/a�b/", "/old-address/")],
  [
    `/${"a/".repeat(100)}`,
    "`aliases.1` has 201 characters, and 200 is the most it may have — shorten it by 1",
  ],
];

for (const [alias, expected] of refused) {
  test(`the alias ${alias.slice(0, 20)} is refused`, async () => {
    const changed = withLines(about, `aliases: [${alias}]`);
    assert.deepEqual(await told({ [about]: changed }), [`${about}:4:11  ${expected}`]);
  });
}
