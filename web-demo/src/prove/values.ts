// Made-up values for sample rows: what fits a column's type, in a few tastes, since constraints are choosy. Pure.

export interface Column {
  name: string;
  /** The type's own name, of a domain its base type's: `int4`, `varchar`, `_text`. */
  type: string;
  /** `N` numbers, `S` strings, `B` booleans, `D` dates, `E` enums, `A` arrays, `R` ranges, ... as pg_type.typcategory. */
  category: string;
  /** The longest string it takes, where it has an end. */
  length: number | null;
  /** Digits before the point, where they are limited. */
  digits: number | null;
  labels: string[] | null;
  required: boolean;
  hasDefault: boolean;
  /** Filled by the server: identity, generated. */
  automatic: boolean;
}

/** How many tastes there are to try. */
export const TASTES = 5;

/** A literal for a column, or null where nobody knows one. */
export function valueFor(column: Column, row: number, taste: number): string | null {
  const { category, type } = column;
  switch (category) {
    case "N":
      return numberFor(column, row, taste);
    case "S":
      return quoted(stringFor(column, row, taste));
    case "B":
      return row % 2 === 1 ? "true" : "false";
    case "E":
      return column.labels?.length ? quoted(column.labels[(row - 1) % column.labels.length]!) : null;
    case "D":
      return quoted(dateFor(type, row));
    case "T":
      return quoted(`${row} days`);
    case "A":
      return quoted("{}");
    case "R":
      return quoted(rangeFor(type, row));
    case "I":
      return quoted(`10.0.0.${row}${type === "cidr" ? "/32" : ""}`);
    case "V":
      return quoted("1".repeat(column.length ?? 1));
    case "G":
      return type === "point" ? quoted(`(${row},${row})`) : type === "box" ? quoted(`(0,0),(${row},${row})`) : null;
    default:
      return otherFor(type, row);
  }
}

function numberFor({ digits, type }: Column, row: number, taste: number): string | null {
  if (/^reg|^oid$/.test(type)) return "0";
  const value = [row, row * 10, 100 + row, 0, 20 + row][taste] ?? row;
  return digits !== null && String(value).length > digits ? "0" : String(value);
}

function stringFor({ name, length, type }: Column, row: number, taste: number): string {
  const text =
    [known(name, row), `a${row}`, `ann${row}@example.org`, `${row}`, `https://example.org/${row}`][taste] ?? "a";
  if (type === "bpchar" && length !== null) return text.slice(0, length).padEnd(length, "x");
  // The first row is as long as its column allows: that is what a narrower type stumbles over.
  if (length !== null && length <= 400 && row === 1 && taste === 0) return text.slice(0, length).padEnd(length, "x");
  return length === null ? text : text.slice(0, length);
}

/** What the name of a column promises. */
function known(name: string, row: number): string {
  if (/mail/i.test(name)) return `ann${row}@example.org`;
  if (/url|link|site/i.test(name)) return `https://example.org/${row}`;
  if (/phone|fax/i.test(name)) return `+49 30 90000${row}`;
  if (/color|colour/i.test(name)) return `#00000${row}`;
  if (/slug|handle|login|code|key/i.test(name)) return `sample-${row}`;
  return `${name} ${row}`;
}

function dateFor(type: string, row: number): string {
  if (type === "time" || type === "timetz") return `10:0${row}`;
  return type === "date" ? `2024-03-0${row}` : `2024-03-0${row} 10:00:00${type === "timestamptz" ? "+00" : ""}`;
}

function rangeFor(type: string, row: number): string {
  if (/^int|^num/.test(type)) return type.includes("multi") ? `{[${row},${row + 1})}` : `[${row},${row + 1})`;
  return type.includes("multi") ? `{[2024-03-0${row},2024-03-0${row + 1})}` : `[2024-03-0${row},2024-03-0${row + 1})`;
}

function otherFor(type: string, row: number): string | null {
  switch (type) {
    case "uuid":
      return quoted(`00000000-0000-4000-8000-00000000000${row}`);
    case "json":
    case "jsonb":
      return quoted(`{"sample": ${row}}`);
    case "bytea":
      return quoted(`\\x0${row}`);
    case "xml":
      return quoted("<a/>");
    case "tsvector":
    case "tsquery":
      return quoted(`sample${row}`);
    case "macaddr":
      return quoted(`08:00:2b:01:02:0${row}`);
    case "macaddr8":
      return quoted(`08:00:2b:01:02:03:04:0${row}`);
    case "hstore":
      return quoted("a=>1");
    case "ltree":
      return quoted(`top.s${row}`);
    case "pg_lsn":
      return quoted(`0/${row}`);
    case "jsonpath":
      return quoted("$.a");
    default:
      return null;
  }
}

export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
