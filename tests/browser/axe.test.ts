import test, { after } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { openStage } from "../support/browser.ts";
import { builtSite } from "../support/built-site.ts";
import { assertNoFaults } from "../support/site.ts";

const stage = await openStage(builtSite);
after(() => stage.close());

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

for (const { address } of builtSite.pages) {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [390, 1280]) {
      test(`${address} has no axe violation at ${width} px, ${colorScheme}`, () =>
        stage.visit(
          // Colours in the middle of a transition are nobody's to judge.
          { colorScheme, reducedMotion: "reduce", viewport: { width, height: 800 } },
          async (page) => {
            await page.goto(stage.url(address));
            const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
            assertNoFaults(
              violations.flatMap(({ id, help, nodes }) =>
                nodes.map(({ target, failureSummary }) => {
                  return `${id}: ${help}\n  ${target.join(" ")}\n  ${failureSummary}`;
                }),
              ),
            );
          },
        ));
    }
  }
}
