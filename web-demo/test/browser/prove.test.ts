// Proofs on a real PostgreSQL in the page: one that holds, one that must fail, expressions that only the server can judge,
// and a catalog that is pasted.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { PGlite } from "@electric-sql/pglite";
import type { Page } from "playwright-core";
import { catalogQuery, init } from "schemasync";
import { example, headline, open, shot, start, write, type Playground } from "./browser.ts";

/** Two cores that others use, too. */
const LONG = 240_000;

let playground: Playground;
before(async () => {
  playground = await start();
});
after(() => playground?.stop());

async function verdict(page: Page): Promise<string> {
  const proof = page.locator(".proof");
  await proof.waitFor({ timeout: LONG });
  return proof.innerText();
}

test("the plan of the example is proven, its rows come through", async () => {
  const { page, complaints, strangers, close } = await open(playground);
  await page.getByRole("button", { name: "Prove it on PostgreSQL" }).click();
  assert.match(await verdict(page), /Proven[\s\S]*ended up exactly as the desired schema/);
  assert.equal(await page.locator(".stages > li[data-status=done]").count(), 9);
  await shot(page, "light-proven");
  assert.deepEqual(complaints, []);
  assert.deepEqual(strangers, []);
  await close();
});

test("a plan that cannot hold on real rows fails at its step, in the server's own words", async () => {
  const { page, close } = await open(playground);
  await example(page, "A plan that fails on real rows");
  await headline(page, "3 changes");
  await page.getByRole("button", { name: "Prove it on PostgreSQL" }).click();
  assert.match(await verdict(page), /Not proven[\s\S]*column "country" of relation "accounts" contains null values/);
  assert.match(await page.locator(".applied li[data-status=failed]").innerText(), /ALTER TABLE accounts/);
  await shot(page, "light-not-proven");
  await page.getByRole("switch", { name: "Use my own rows" }).check();
  await page
    .getByLabel("Your own rows")
    .fill("INSERT INTO accounts (email, country) VALUES ('ann@example.org', 'pt');");
  await page.getByRole("button", { name: "Prove it", exact: true }).click();
  await page.locator(".proof", { hasText: "1 row in 1 table came through" }).waitFor({ timeout: LONG });
  await close();
});

test("the larger example is proven", async () => {
  const { page, close } = await open(playground, "", { colorScheme: "dark" });
  await example(page, "A larger one: teams, billing, support");
  await headline(page, "22 changes");
  await page.getByRole("button", { name: "Prove it on PostgreSQL" }).click();
  assert.match(await verdict(page), /^Proven/);
  await shot(page, "dark-proven");
  await close();
});

test("what the text leaves open PostgreSQL settles, and the plan follows", async () => {
  const { page, close } = await open(playground);
  await example(page, "One that only PostgreSQL can judge");
  await headline(page, "1 change");
  await page.getByText("Whether view cards has changed cannot be told").waitFor();
  await page.getByRole("button", { name: "Prove it on PostgreSQL" }).click();
  assert.match(await verdict(page), /^Proven/);
  await page.locator(".stages").getByText("1 of the changes makes no difference").waitFor();
  await headline(page, "No differences");
  await close();
});

test("a fault of the text itself is told with its place", async () => {
  const { page, close } = await open(playground);
  await write(page, "current", "CREATE TABLE t (a integer);\nCREATE INDEX i ON t ((a + random()));\n");
  await write(page, "desired", "CREATE TABLE t (a bigint);\n");
  await headline(page, "2 changes");
  await page.getByRole("button", { name: "Prove it on PostgreSQL" }).click();
  assert.match(
    await verdict(page),
    /must be marked IMMUTABLE[\s\S]*Line 2 of the current schema:[\s\S]*CREATE INDEX i/,
  );
  await close();
});

test("what a database says of itself can be pasted", async () => {
  await init();
  const pg = await PGlite.create();
  await pg.exec(
    "CREATE TABLE towns (id integer PRIMARY KEY, name text NOT NULL); COMMENT ON TABLE towns IS 'Where people live';",
  );
  const { session, query } = catalogQuery(18);
  const json = await pg.transaction(async (transaction) => {
    for (const statement of session) await transaction.exec(statement);
    const { rows } = await transaction.query<Record<string, unknown>>(query);
    const document = Object.values(rows[0]!)[0];
    return typeof document === "string" ? document : JSON.stringify(document);
  });
  await pg.close();
  const { page, close } = await open(playground);
  await page.getByRole("button", { name: "Paste a catalog" }).click();
  await page.getByLabel("The query", { exact: true }).filter({ hasText: "REPEATABLE READ READ ONLY" }).waitFor();
  await shot(page, "light-catalog");
  await page.getByLabel("The result of the query").fill("{}");
  await page.getByRole("button", { name: "Use it as the current schema" }).click();
  await page.getByRole("alert").filter({ hasText: /\S/ }).waitFor();
  await page.getByLabel("The result of the query").fill(json);
  await page.getByRole("button", { name: "Use it as the current schema" }).click();
  await page.locator(".pane[data-side=current] .cm-content").getByText("CREATE TABLE towns").waitFor();
  await write(
    page,
    "desired",
    "CREATE TABLE towns (id integer PRIMARY KEY, name text NOT NULL); COMMENT ON TABLE towns IS 'Where people live';",
  );
  await headline(page, "No differences");
  await close();
});
