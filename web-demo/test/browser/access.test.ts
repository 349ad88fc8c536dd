// For people who use the keyboard or a screen reader: names, roles and contrast, judged by axe; the way by Tab.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { open, settled, start, tab, type Playground } from "./browser.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What stands in each tab once it is filled. */
const CONTENTS = [
  ["Changes", ".changes"],
  ["SQL", ".viewer .cm-line"],
  ["Way back", ".back"],
  ["Picture", ".picture .box"],
  ["Prove it", ".stages"],
  ["Export", ".viewer .cm-line"],
] as const;

let playground: Playground;
before(async () => {
  playground = await start();
});
after(() => playground?.stop());

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing in any tab, ${colorScheme}`, async () => {
    const { page, close } = await open(playground, "", { colorScheme, bypassCSP: true });
    for (const [name, content] of CONTENTS) {
      await tab(page, name);
      await page.getByRole("tabpanel", { name }).locator(content).filter({ hasText: /\S/ }).first().waitFor();
      await settled(page);
      assert.deepEqual(await violations(page), [], name);
    }
    await page.getByRole("button", { name: "Paste a catalog" }).click();
    await page.getByRole("dialog").locator("pre", { hasText: "REPEATABLE READ" }).waitFor();
    await settled(page);
    assert.deepEqual(await violations(page), [], "dialog");
    await close();
  });
}

test("tabs are moved through by arrows, and Escape then Tab leaves an editor", async () => {
  const { page, close } = await open(playground);
  await page.getByRole("tab", { name: "Changes" }).focus();
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.getByRole("tab", { name: "SQL" }).getAttribute("aria-selected"), "true");
  await page.keyboard.press("End");
  assert.equal(await page.getByRole("tab", { name: "Export" }).getAttribute("aria-selected"), "true");
  await page.locator(".pane[data-side=current] .cm-content").focus();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => !document.activeElement?.closest(".pane[data-side=current] .cm-editor")));
  await close();
});

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }> };
    };
    return (await axe.run()).violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary ?? ""}`)
          .join(" | ")}`,
    );
  });
  return found;
}
