// A real browser and the built page, for tests: where they come from, and what all tests ask of them.
import { existsSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { preview, type PreviewServer } from "vite";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SHOTS = fileURLToPath(new URL("../../../target/screenshots", import.meta.url));

export interface Playground {
  address: string;
  browser: Browser;
  stop(): Promise<void>;
}

/** Serves the built page as it is and starts the browser that CHROMIUM names. */
export async function start(): Promise<Playground> {
  mkdirSync(SHOTS, { recursive: true });
  const server: PreviewServer = await preview({
    root: ROOT,
    preview: { host: "127.0.0.1", port: 0 },
    logLevel: "warn",
  });
  const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
  if (!existsSync(executablePath)) throw new Error(`no browser at ${executablePath}: set CHROMIUM`);
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
  const address = server.resolvedUrls!.local[0]!;
  return {
    address,
    browser,
    stop: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** A page with what it complained about and what it asked of others. */
export interface Opened {
  page: Page;
  complaints: string[];
  strangers: string[];
  close(): Promise<void>;
}

export async function open(
  { browser, address }: Playground,
  hash = "",
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    permissions: ["clipboard-read", "clipboard-write"],
    ...options,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  const strangers: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("request", (request) => {
    if (!request.url().startsWith(address) && !/^(data|blob):/.test(request.url())) strangers.push(request.url());
  });
  await page.goto(address + hash);
  await planned(page);
  return { page, complaints, strangers, close: () => context.close() };
}

/** Waits for a plan to be shown. */
export async function planned(page: Page): Promise<void> {
  await page.waitForSelector("html[data-planned]", { timeout: 60_000 });
}

/** Waits until nothing moves or changes its colour any more: fonts that arrive, transitions. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await document.fonts.ready;
    await frames();
    const passing = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(passing.map(({ finished }) => finished));
    await frames();
  });
}

export async function headline(page: Page, text: string | RegExp, timeout = 60_000): Promise<void> {
  await page.locator(".verdict h2", { hasText: text }).waitFor({ timeout });
}

/** Replaces the text of an editor as a person would: selects all and types or pastes. */
export async function write(page: Page, side: "current" | "desired", text: string): Promise<void> {
  await page.locator(`.pane[data-side=${side}] .cm-content`).click();
  await page.keyboard.press("ControlOrMeta+a");
  if (text === "") await page.keyboard.press("Delete");
  else await page.keyboard.insertText(text);
}

export async function tab(page: Page, name: string): Promise<void> {
  await page.getByRole("tab", { name }).click();
}

export async function example(page: Page, title: string): Promise<void> {
  await page.getByLabel("Examples").selectOption({ label: title });
}

export async function shot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${SHOTS}/${name}.png` });
}
