// A dump becomes what a server takes, and places stay true.
import assert from "node:assert/strict";
import { test } from "node:test";
import { around, forServer, offsetOf, statements } from "../../src/prove/script.ts";

const blanked = (text: string) =>
  forServer(text)
    .split("\n")
    .map((line) => line.trimEnd());

test("psql's own lines go, and nothing moves", () => {
  const text = "\\restrict abc\nSELECT 1;\n\\connect other\nSELECT 2;\n";
  assert.deepEqual(blanked(text), ["", "SELECT 1;", "", "SELECT 2;", ""]);
  assert.equal(forServer(text).length, text.length);
});

test("COPY goes with its rows", () => {
  const text = "CREATE TABLE t (a text);\nCOPY t (a) FROM stdin;\nit's;\n\\N\n\\.\nSELECT 1;\n";
  assert.deepEqual(blanked(text), ["CREATE TABLE t (a text);", "", "", "", "", "SELECT 1;", ""]);
});

test("what stands in quotes, bodies and comments is left alone", () => {
  for (const text of [
    "SELECT 'a\n\\restrict\n';\n",
    "CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $body$\n\\.\nselect $x$\n\\y\n$x$\n$body$;\n",
    "/* \n\\connect\n COPY t FROM stdin;\n*/\nSELECT 1;\n",
    'SELECT "a\n\\b";\n',
  ])
    assert.equal(forServer(`${text}-- copy from stdin\n`), `${text}-- copy from stdin\n`);
});

test("an apostrophe in a comment opens nothing", () => {
  assert.deepEqual(blanked("-- it's\n\\connect x\nSELECT 1;"), ["-- it's", "", "SELECT 1;"]);
});

test("a server's position is an offset, past characters that JavaScript counts twice", () => {
  assert.equal(offsetOf("abc", 1), 0);
  assert.equal(offsetOf("🐘bc", 2), 2);
  assert.equal(offsetOf("abc", 99), 3);
});

test("the lines around a place", () => {
  assert.equal(around("a\nb\nc\nd", 2), "a\nb\nc");
});

test("statements end at semicolons that are theirs", () => {
  const parts = [
    "CREATE TABLE t (a text DEFAULT ';'); ",
    "-- it's; \nSELECT 1;",
    "CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $b$ SELECT 1; SELECT ';' $b$;",
    "CREATE FUNCTION g() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT CASE WHEN true THEN 1 END; END;",
    "CREATE RULE r AS ON INSERT TO t DO ALSO (SELECT 1; SELECT 2);",
    '/* ; */ SELECT "a;b"',
  ];
  const sql = parts.join("\n");
  assert.deepEqual(
    statements(sql).map(({ from, to }) => sql.slice(from, to).trim()),
    parts.map((part) => part.trim()),
  );
});
