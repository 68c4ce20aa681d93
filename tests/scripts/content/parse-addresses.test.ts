import assert from "node:assert/strict";
import { test } from "node:test";
import { formatAddresses } from "../../../scripts/content/format-addresses.ts";
import { parseAddresses } from "../../../scripts/content/parse-addresses.ts";
import { formatProblem } from "../../../scripts/lib/format-problem.ts";

const path = "content/_data/addresses.json";

test("the list is written sorted, each address once, one a line, and read with its places", () => {
  const text = formatAddresses(["/zh/", "/about/", "/", "/news/a-1/", "/about/"]);
  assert.equal(text, '[\n  "/",\n  "/about/",\n  "/news/a-1/",\n  "/zh/"\n]\n');
  const { addresses, problems } = parseAddresses(text);
  assert.deepEqual(problems, []);
  assert.deepEqual(addresses[2], { address: "/news/a-1/", path, line: 4, column: 3 });
  assert.equal(addresses.length, 4);
});

test("an empty list, and the surplus comma that a merge leaves, are no faults", () => {
  assert.deepEqual(parseAddresses("[]"), { addresses: [], problems: [] });
  assert.equal(parseAddresses('[\n  "/",\n  "/a/",\n]\n').addresses.length, 2);
});

const malformed =
  "this is not the list that `npm run addresses` writes — bring the file back from the history of the repository";
const form = (found: string) =>
  `\`${found}\` is not the address of a page of this site — write it from the first slash to the last, such as \`/about/\`, or delete the line`;

const cases: [name: string, text: string, expected: string[]][] = [
  ["nothing", "", [`1:1  ${malformed}`]],
  ["no list", '{ "/": 1 }', [`1:1  ${malformed}`]],
  ["no JSON", '[\n  "/",\n  "/a/', [`3:3  ${malformed}`]],
  [
    "what is no address",
    '[\n  "/",\n  "/a",\n  "https://example.org/",\n  3,\n  null, "/A/", ["/a/"]\n]\n',
    [
      `3:3  ${form("/a")}`,
      `4:3  ${form("https://example.org/")}`,
      `5:3  ${form("3")}`,
      `6:3  ${form("null")}`,
      `6:9  ${form("/A/")}`,
      `6:16  ${form('["/a/"]')}`,
    ],
  ],
];

for (const [name, text, expected] of cases) {
  test(`a list of ${name} is refused`, () => {
    const told = parseAddresses(text).problems.map(formatProblem);
    assert.deepEqual(
      told,
      expected.map((line) => `${path}:${line}`),
    );
  });
}
