// A plan in words and as a tree.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { SchemaChange } from "schemasync";
import { leafName, told, treeOf } from "../../src/plan/tree.ts";
import { concernsOf, counted, described, factsOf, gradeOf, listed, nameOf } from "../../src/plan/words.ts";

function change(id: SchemaChange["id"], more: Partial<SchemaChange> = {}): SchemaChange {
  return {
    id,
    change_type: "create",
    table: null,
    is_destructive: false,
    severity: "LOW",
    description: "",
    sql: "…;\n",
    locks: [],
    rewrites: [],
    scans: [],
    destroys: null,
    reversible: { grade: "lossless" },
    hazards: [],
    ...more,
  };
}

const ORDERS = { kind: "table", schema: "public", name: "orders" } as const;
const NOTE = { kind: "column", schema: "public", name: "orders", part: "note" } as const;

test("public goes without saying, other schemas do not", () => {
  assert.equal(nameOf(NOTE), "orders.note");
  assert.equal(nameOf({ kind: "table", schema: "audit", name: "log" }), "audit.log");
  assert.equal(nameOf({ kind: "function", schema: "public", name: "f", part: "(bigint)" }), "f(bigint)");
  assert.equal(described({ ...NOTE, facet: "comment" }), "comment on column orders.note");
  assert.equal(described({ ...ORDERS, facet: { grant: "reader" } }), "privileges of reader on table orders");
});

test("parts stand under their table, the rest under its kind, tables first", () => {
  const changes = [
    change({ kind: "function", schema: "public", name: "f", part: "()" }),
    change(NOTE, { table: "public.orders", change_type: "drop" }),
    change({ kind: "index", schema: "public", name: "orders_idx" }, { table: "public.orders" }),
  ];
  const tree = treeOf({ changes });
  assert.deepEqual(
    tree.map(({ title, change, leaves }) => [title, change, leaves.length]),
    [
      ["orders", "alter", 2],
      ["Functions", "alter", 1],
    ],
  );
  assert.deepEqual(
    tree.flatMap(({ leaves }) => leaves.map(leafName)),
    ["note", "orders_idx", "f()"],
  );
});

test("the columns of a new or dropped table are told with it", () => {
  for (const change_type of ["create", "drop"] as const) {
    const changes = [
      change(ORDERS, { table: "public.orders", change_type }),
      change(NOTE, { table: "public.orders", change_type }),
    ];
    assert.equal(told({ changes }).length, 1);
    const [branch] = treeOf({ changes });
    assert.deepEqual([branch!.change, branch!.leaves.length, branch!.along], [change_type, 0, 1]);
  }
});

test("facts come the gravest first, with the locks that people notice", () => {
  const facts = factsOf(
    change(NOTE, {
      destroys: "all values of column orders.note",
      hazards: [{ code: "fails-on-rows", text: "fails if rows have no note" }],
      rewrites: [ORDERS],
      scans: [ORDERS],
      locks: [
        { mode: "ACCESS EXCLUSIVE", on: ORDERS },
        { mode: "ACCESS SHARE", on: ORDERS },
      ],
    }),
  );
  assert.deepEqual(
    facts.map(({ short }) => short),
    ["destroys data", "fails on rows", "rewrites the table", "blocks reads and writes"],
  );
});

test("of several locks on a table the strongest counts", () => {
  const changes = [
    change(NOTE, { locks: [{ mode: "SHARE", on: ORDERS }] }),
    change(NOTE, { locks: [{ mode: "ACCESS EXCLUSIVE", on: ORDERS }] }),
    change(NOTE, { locks: [{ mode: "SHARE", on: ORDERS }] }),
  ];
  assert.deepEqual(concernsOf({ changes } as never).blocked, [{ table: "orders", who: "reads and writes" }]);
});

test("grades, counts and lists in words", () => {
  assert.equal(
    gradeOf({ reversible: { grade: "loses_data", what: "all rows of table t" } }).text,
    "Loses all rows of table t.",
  );
  assert.equal(counted(1, "table"), "1 table");
  assert.equal(counted(1200, "table"), "1,200 tables");
  assert.equal(listed(["a", "b", "c"]), "a, b and c");
  assert.equal(listed(["a", "b", "c", "d", "e"]), "a, b, c and 2 more");
});
