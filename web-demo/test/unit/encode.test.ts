// What a link carries comes back as it was.
import assert from "node:assert/strict";
import { test } from "node:test";
import { decode, encode } from "../../src/share/encode.ts";

const STATE = {
  current: "CREATE TABLE t (a integer);",
  desired: "CREATE TABLE t (ä text); -- 日本語 🐘",
  online: true,
  tab: "sql",
};

test("a link brings back all of the state", async () => {
  assert.deepEqual(await decode(`#${await encode(STATE)}`), STATE);
});

test("a large state comes back, and is compressed", async () => {
  const current = "CREATE TABLE orders (id bigint PRIMARY KEY, note text);\n".repeat(20_000);
  const hash = await encode({ ...STATE, current });
  assert.ok(hash.length < 20_000, `${hash.length}`);
  assert.equal((await decode(hash))?.current, current);
});

test("a link needs nothing that an address would change", async () => {
  assert.match(await encode(STATE), /^s1=[A-Za-z0-9_-]+$/);
});

test("what is none of ours, or is cut off, is nothing", async () => {
  const whole = await encode(STATE);
  for (const hash of ["", "#", "#top", "#s1=", "#s1=%%%", `#${whole.slice(0, -7)}`])
    assert.equal(await decode(hash), null, hash);
});
