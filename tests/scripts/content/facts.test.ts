import assert from "node:assert/strict";
import test from "node:test";
import { checkSecurity, readFacts } from "../../../scripts/content/facts.ts";
import { formatProblem } from "../../../scripts/problems/print.ts";
import { smallest } from "./make-site.ts";

const data = "content/_data/";

/** What is said about the smallest facts after one replacement in one file. */
function told(name: string, from: string | RegExp, to: string): string[] {
  const texts = new Map(Object.entries(smallest).filter(([path]) => path.startsWith(data)));
  const path = `${data}${name}.yaml`;
  const before = texts.get(path) ?? "";
  assert.match(before, from instanceof RegExp ? from : new RegExp(from.replace(/[{[|]/g, "\\$&")));
  texts.set(path, before.replace(from, to));
  const { facts, problems } = readFacts(texts);
  assert.equal(facts === undefined, problems.length > 0);
  return problems.map((problem) => formatProblem(problem).slice(data.length));
}

const origin = (found: string) =>
  `site.yaml:1:9  \`${found}\` is not the beginning of the site's address — write \`https://\` and the host alone, such as \`origin: https://www.l-s-p.org.uk\``;

for (const wrong of [
  "http://www.example.org",
  "https://www.example.org/",
  "https://www.example.org/a",
  "https://WWW.example.org",
  "https://localhost",
  "https://127.0.0.1",
  "www.example.org",
]) {
  test(`the origin ${wrong}`, () => {
    assert.deepEqual(told("site", "https://www.example.org", wrong), [origin(wrong)]);
  });
}

const cases: [name: string, from: string | RegExp, to: string, expected: string[]][] = [
  [
    "site",
    "a@example.org",
    "example.org",
    [
      "site.yaml:6:10  `example.org` is not an e-mail address — write it like `getintouch@l-s-p.org.uk`",
    ],
  ],
  [
    "site",
    '"0123 456"',
    "ask us",
    [
      'site.yaml:5:14  `ask us` is not a telephone number — write digits and spaces in quotation marks, such as `telephone: "01824 8269 2744"`',
    ],
  ],
  [
    "site",
    "Europe/London",
    "London",
    [
      "site.yaml:14:15  there is no time zone `London` — write its name in the time zone database, such as `Europe/London`",
    ],
  ],
  [
    "site",
    "latitude: 53.4",
    "latitude: 534",
    [
      "site.yaml:12:15  `cities.liverpool.latitude` is `534`, which is above 90 — write a number from -90 to 90",
    ],
  ],
  [
    "site",
    "latitude: 53.4",
    'latitude: "53.4"',
    [
      'site.yaml:12:15  `cities.liverpool.latitude` must be a number, and `"53.4"` stands here — write it like `latitude: 53.4047`',
    ],
  ],
  [
    "site",
    "{ en: N, zh: 名 }",
    "{ en: N }",
    ['site.yaml:2:1  `name.zh` is missing — add a line like `zh: "利物浦—上海友好城市"`'],
  ],
  [
    "timeline",
    '"1999"',
    "1999",
    [
      'timeline.yaml:1:9  `1.when` must be text, and `1999` without quotation marks is not — put it in quotation marks: `when: "1999"`',
    ],
  ],
  [
    "timeline",
    '"1999"',
    '"October 1999"',
    [
      'timeline.yaml:1:9  `October 1999` is neither a year nor a day — write a year or a day in quotation marks: `when: "2000"` or `when: "1999-10-18"`',
    ],
  ],
  [
    "site",
    "2099-12-31",
    "2099-02-30",
    [
      "site.yaml:22:22  `2099-02-30` is not a day — write year, month and day, such as `expires: 2027-10-31`",
    ],
  ],
  [
    "navigation",
    "page: index",
    "pgae: index",
    ["navigation.yaml:1:3  `1` has no key `pgae` — did you mean `page`?"],
  ],
  [
    "navigation",
    /[\s\S]+/,
    "",
    [
      "navigation.yaml:1:1  the file holds nothing — bring its text back from the history of the repository",
    ],
  ],
  [
    "navigation",
    /[\s\S]+/,
    "page: index\n",
    [
      "navigation.yaml:1:1  the file must be a list — begin each item with a dash and a space, such as `- page: about`",
    ],
  ],
];

for (const [name, from, to, expected] of cases) {
  test(`${name}.yaml with ${to || "nothing in it"}`, () => {
    assert.deepEqual(told(name, from, to), expected);
  });
}

test("facts that are in order come as they are written", () => {
  const { facts, problems } = readFacts(new Map(Object.entries(smallest)));
  assert.deepEqual(problems, []);
  assert.deepEqual(facts?.navigation, [{ page: "index", label: { en: "Welcome", zh: "欢迎" } }]);
  assert.equal(facts?.site.cities.shanghai.timeZone, "Asia/Shanghai");
});

const expires = { year: 2027, month: 10, day: 31 };
const place = { path: "content/_data/site.yaml", line: 34, column: 12 };
/** The first instant after it holds. */
const end = Date.UTC(2027, 10, 1);
const days = 86_400_000;

const rulesAt = (now: number) => checkSecurity({ expires, place }, now).map(({ rule }) => rule);

test("with 30 days to run nothing is said, and a moment later it is", () => {
  assert.deepEqual(rulesAt(end - 30 * days), []);
  assert.deepEqual(rulesAt(end - 30 * days + 1), ["security-expires-soon"]);
});

test("it holds to the end of its day, in UTC", () => {
  assert.deepEqual(rulesAt(end - 1), ["security-expires-soon"]);
  assert.deepEqual(rulesAt(end), ["security-expired"]);
});

test("the warning stands where the day is written", () => {
  const [{ path, line, column, severity } = {}] = checkSecurity({ expires, place }, end);
  assert.deepEqual({ path, line, column, severity }, { ...place, severity: "warning" });
});
