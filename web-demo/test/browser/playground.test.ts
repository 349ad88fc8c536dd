// The page as people use it: write on both sides, see faults, plan and picture, share, come back without a network.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { example, headline, open, settled, shot, start, tab, write, type Playground } from "./browser.ts";

let playground: Playground;
before(async () => {
  playground = await start();
});
after(() => playground?.stop());

test("opens with an example and its plan; nothing is asked of anybody else", async () => {
  const { page, complaints, strangers, close } = await open(playground);
  await headline(page, "20 changes");
  await page.getByText("all values of column orders.note").first().waitFor();
  await shot(page, "light-changes");
  for (const name of ["SQL", "Way back", "Picture", "Prove it", "Export"]) await tab(page, name);
  assert.deepEqual(complaints, []);
  assert.deepEqual(strangers, []);
  await close();
});

test("what is typed on both sides becomes the plan", async () => {
  const { page, complaints, close } = await open(playground);
  await write(page, "current", "CREATE TABLE t (a integer);");
  await write(page, "desired", "CREATE TABLE t (a integer);");
  await headline(page, "No differences");
  await page.locator(".pane[data-side=desired] .cm-content").click();
  await page.keyboard.press("ControlOrMeta+Home");
  for (let step = 0; step < "CREATE TABLE t (a integer".length; step++) await page.keyboard.press("ArrowRight");
  await page.keyboard.type(", b text NOT NULL DEFAULT 'x'");
  await headline(page, "1 change");
  await tab(page, "SQL");
  await page.getByLabel("SQL of the plan").getByText("ALTER TABLE t ADD COLUMN b text NOT NULL DEFAULT 'x';").waitFor();
  assert.deepEqual(complaints, []);
  await close();
});

test("a fault is marked at its exact place and named with line and column", async () => {
  const { page, close } = await open(playground);
  await write(page, "current", "CREATE TABLE t (a integer);");
  await write(page, "desired", "-- ä 🐘\nCREATE TABLE t (a integer);\nCREATE TABEL u (b text);\n");
  await headline(page, "No plan yet");
  const fault = page.locator(".pane[data-side=desired] .fault");
  await fault.waitFor();
  assert.match(await fault.innerText(), /error\s+3:\d+/);
  const marked = page.locator(".pane[data-side=desired] .cm-lintRange-error").first();
  assert.match(await marked.innerText(), /TABEL|CREATE/);
  assert.match(await marked.locator("xpath=ancestor::*[contains(@class,'cm-line')]").innerText(), /CREATE TABEL u/);
  await fault.click();
  await marked.hover();
  await page.locator(".cm-tooltip .cm-diagnostic").waitFor();
  await shot(page, "light-fault");
  await tab(page, "SQL");
  await page.getByLabel("SQL of the plan").getByText("There is no plan yet").waitFor();
  await write(page, "desired", "CREATE TABLE t (a integer);\nCREATE TABLE u (b text);\n");
  await headline(page, "1 change");
  assert.equal(await fault.count(), 0);
  await close();
});

test("names of the schema are offered while typing", async () => {
  const { page, close } = await open(playground);
  await page.locator(".pane[data-side=desired] .cm-content").click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("\nCREATE INDEX ON orders (custo");
  await page.locator(".cm-tooltip-autocomplete li", { hasText: "customer_id" }).waitFor();
  await close();
});

test("the picture shows the tables, with what changes in colour", async () => {
  const { page, close } = await open(playground);
  await tab(page, "Picture");
  const table = (name: string) => page.locator(`.box[data-table="public.${name}"]`);
  await table("reviews").waitFor();
  assert.equal(await table("reviews").getAttribute("data-change"), "create");
  assert.equal(await table("orders").getAttribute("data-change"), "alter");
  assert.equal(await table("orders").locator(".row[data-change=drop] .column").textContent(), "note");
  assert.equal(await page.locator(".picture .line").count(), 5);
  await shot(page, "light-picture");
  await page.getByRole("button", { name: "Table reviews new, 6 columns" }).focus();
  await page.keyboard.press("Enter");
  await page.locator(".pane[data-side=desired] .cm-activeLine", { hasText: "CREATE TABLE reviews" }).waitFor();
  const plane = page.locator(".picture .plane");
  await settled(page);
  const fitted = await plane.getAttribute("transform");
  await page.getByRole("button", { name: "Zoom in" }).click();
  assert.notEqual(await plane.getAttribute("transform"), fitted);
  await page.getByRole("button", { name: "Show all of it" }).click();
  assert.equal(await plane.getAttribute("transform"), fitted);
  await example(page, "A larger one: teams, billing, support");
  await table("refunds").waitFor();
  await shot(page, "light-picture-larger");
  await close();
});

test("the way back tells what does not come back", async () => {
  const { page, close } = await open(playground);
  await tab(page, "Way back");
  await page.locator(".back").getByText("all values of column products.tags").waitFor();
  await shot(page, "light-back");
  await close();
});

test("Markdown and JSON can be copied", async () => {
  const { page, close } = await open(playground);
  await tab(page, "Export");
  await page.getByRole("button", { name: "JSON" }).click();
  await page.locator(".viewer").getByText("schemasync-plan").first().waitFor();
  await page.getByRole("tabpanel", { name: "Export" }).getByRole("button", { name: "Copy" }).click();
  await page.getByText("JSON copied").waitFor();
  const plan = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
  assert.equal(plan.format, "schemasync-plan");
  await close();
});

test("a link brings all of it back, in another browser", async () => {
  const { page, close } = await open(playground);
  const current = 'CREATE TABLE "größe" (a integer); -- 🐘';
  await write(page, "current", current);
  await write(page, "desired", 'CREATE TABLE "größe" (a bigint);');
  await tab(page, "SQL");
  await page.getByRole("switch", { name: "For tables in use" }).check();
  await page.getByRole("button", { name: "Share" }).click();
  await page.getByText("Link copied").waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await close();
  const other = await open(playground, new URL(link).hash);
  assert.equal(await other.page.locator(".pane[data-side=current] .cm-content").innerText(), current);
  assert.equal(await other.page.getByRole("tab", { name: "SQL" }).getAttribute("aria-selected"), "true");
  assert.ok(await other.page.getByRole("switch", { name: "For tables in use" }).isChecked());
  await headline(other.page, "1 change");
  await other.close();
});

test("files can be dropped on a side", async () => {
  const { page, close } = await open(playground);
  const files = [
    { name: "b.sql", text: "CREATE TABLE b (a_id integer REFERENCES a (id));" },
    { name: "a.sql", text: "CREATE TABLE a (id integer PRIMARY KEY);" },
  ];
  await page.evaluate((files) => {
    const transfer = new DataTransfer();
    for (const { name, text } of files) transfer.items.add(new File([text], name));
    document
      .querySelector(".pane[data-side=current] .cm-content")!
      .dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }, files);
  await page.locator(".pane[data-side=current]").getByText("2 tables").waitFor();
  assert.match(await page.locator(".pane[data-side=current] .cm-content").innerText(), /-- a\.sql[\s\S]*-- b\.sql/);
  await close();
});

test("works without a network once it was loaded", async () => {
  const { page, close } = await open(playground);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.context().setOffline(true);
  await page.reload();
  await headline(page, "20 changes");
  await close();
});

test("dark, and on a phone", async () => {
  const dark = await open(playground, "", { colorScheme: "dark" });
  await headline(dark.page, "20 changes");
  await shot(dark.page, "dark-changes");
  await tab(dark.page, "Picture");
  await dark.page.locator(".picture .box").first().waitFor();
  await shot(dark.page, "dark-picture");
  await tab(dark.page, "SQL");
  await shot(dark.page, "dark-sql");
  await dark.close();
  const phone = await open(playground, "", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await headline(phone.page, "20 changes");
  await shot(phone.page, "phone-plan");
  await tab(phone.page, "Picture");
  await phone.page.locator(".picture .box").first().waitFor();
  await shot(phone.page, "phone-picture");
  assert.ok(
    await phone.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
    "nothing sticks out to the side",
  );
  await phone.page.getByRole("button", { name: "Desired", exact: true }).click();
  await phone.page.locator(".pane[data-side=desired]").waitFor();
  await shot(phone.page, "phone-desired");
  await write(phone.page, "desired", "CREATE TABLE t (a integer);");
  const height = async (selector: string) => (await phone.page.locator(selector).boundingBox())!.height;
  assert.equal(await height(".pane[data-side=desired]"), await height("#sources"), "a short text leaves no hole");
  await phone.close();
});
