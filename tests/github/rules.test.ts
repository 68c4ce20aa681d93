// biome-ignore-all lint/suspicious/noTemplateCurlyInString: expressions of GitHub's
import assert from "node:assert/strict";
import { test } from "node:test";
import { type GithubRule, readGithubFiles } from "./github-files.ts";
import { jobRules } from "./job-rules.ts";
import { publishingRules } from "./publishing-rules.ts";
import { stepRules } from "./step-rules.ts";

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
