// What the page weighs, how soon the first plan is there, and how typing feels with a very large schema on both sides.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { headline, open, planned, start, type Playground } from "./browser.ts";

/** What the page may weigh before anybody asks for PostgreSQL. */
const HEAVIEST = 1_000_000;
/**
 * A frame that takes so much longer than twice as long as in a small schema is felt. Compared, since machines under test
 * are busy; frames, since the time of a key has that of the browser's remote control in it.
 */
const SMOOTH = 33;
/** How long a plan of millions of characters may take on a machine that does other things as well. */
const PATIENCE = 200_000;
const LARGE = fileURLToPath(new URL("../../../../shared/realworld/gitlab.sql", import.meta.url));

let playground: Playground;
before(async () => {
  playground = await start();
});
after(() => playground?.stop());

test("the page weighs at most 1 MB, compressed", async (t) => {
  const context = await playground.browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  const parts: Promise<[string, number]>[] = [];
  page.on("response", (response) =>
    parts.push(response.body().then((body) => [response.url(), gzipSync(body, { level: 9 }).length])),
  );
  await page.goto(playground.address);
  await planned(page);
  await page.waitForLoadState("networkidle");
  const weights = (await Promise.all(parts)).sort((a, b) => b[1] - a[1]);
  const sum = weights.reduce((total, [, bytes]) => total + bytes, 0);
  for (const [url, bytes] of weights.slice(0, 6))
    t.diagnostic(`${kilobytes(bytes)}  ${url.replace(playground.address, "")}`);
  t.diagnostic(`page weight: ${kilobytes(sum)} gzipped in ${weights.length} files`);
  assert.ok(sum <= HEAVIEST, `${sum} bytes`);
  assert.ok(!weights.some(([url]) => /pglite/.test(url)), "PostgreSQL is not fetched before it is asked for");
  await context.close();
});

test("the first plan is there soon", async (t) => {
  const times: number[] = [];
  for (let round = 0; round < 3; round++) {
    const { page, close } = await open(playground);
    times.push(Number(await page.evaluate(() => document.documentElement.dataset["planned"])));
    await close();
  }
  t.diagnostic(`first plan: ${Math.min(...times)} ms after the page began to load (${times.join(", ")} ms)`);
});

test(
  "a schema of 2.7 MB on both sides: a plan, and typing stays smooth",
  { skip: !existsSync(LARGE) && "no ../shared/realworld/gitlab.sql" },
  async (t) => {
    const { page, complaints, close } = await open(playground);
    const small = await typing(page);
    const text = readFileSync(LARGE, "utf8");
    const begun = performance.now();
    for (const side of ["current", "desired"]) await drop(page, side, text);
    await headline(page, "No differences", PATIENCE);
    t.diagnostic(
      `plan of 2 × ${(text.length / 1e6).toFixed(1)} MB: ${Math.round(performance.now() - begun)} ms after they were dropped`,
    );
    const large = await typing(page);
    const typed = performance.now();
    await headline(page, "1 change", PATIENCE);
    t.diagnostic(`plan after typing: ${Math.round(performance.now() - typed)} ms after the last key`);
    for (const [what, { key, frame, worst }] of [
      ["small", small],
      ["large", large],
    ] as const) {
      t.diagnostic(
        `typing in a ${what} schema: ${key.toFixed(1)} ms a key, ${frame.toFixed(1)} ms a frame (medians), worst frame ${worst.toFixed(0)} ms`,
      );
    }
    assert.ok(large.frame < SMOOTH + 2 * small.frame, `${large.frame} ms a frame, ${small.frame} in a small schema`);
    assert.deepEqual(complaints, []);
    await close();
  },
);

async function drop(page: Page, side: string, text: string): Promise<void> {
  await page.evaluate(
    ({ side, text }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], "schema.sql"));
      document
        .querySelector(`.pane[data-side=${side}] .cm-content`)!
        .dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
    },
    { side, text },
  );
}

/** Types a statement at the start of the desired schema, so that all of it moves; how long keys and frames took. */
async function typing(page: Page): Promise<{ key: number; frame: number; worst: number }> {
  await page.locator(".pane[data-side=desired] .cm-content").focus();
  await page.keyboard.press("ControlOrMeta+Home");
  await watchFrames(page);
  const keys: number[] = [];
  for (const key of "CREATE TABLE brand_new (id bigint PRIMARY KEY, note text);\n") {
    const pressed = performance.now();
    await page.keyboard.insertText(key);
    keys.push(performance.now() - pressed);
    await page.waitForTimeout(30);
  }
  const frames = await page.evaluate(() => (window as unknown as { frames: number[] }).frames);
  return { key: median(keys), frame: median(frames), worst: Math.max(...frames) };
}

/** Notes how long each frame takes from now on. */
async function watchFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const frames: number[] = [];
    (window as unknown as { frames: number[] }).frames = frames;
    let last = performance.now();
    const next = (now: number) => {
      frames.push(now - last);
      last = now;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`;
}
