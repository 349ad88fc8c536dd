// Where tables and lines stand. Tables that are connected are laid out together, in columns; the groups, and the
// tables that nothing refers to, are packed side by side. Pure and deterministic.
import { acyclic, layered, split, type Arc } from "./layers.ts";
import {
  measured,
  portOf,
  type Box,
  type Line,
  type Picture,
  type Point,
  type Reference,
  type Table,
} from "./model.ts";
import { spaced, untangled, type Link } from "./order.ts";
import { packed } from "./pack.ts";

const GAP_Y = 26;
const GAP_X = 70;
const GAP_GROUPS = 46;
const PASSAGE = 14;
/** How strongly all is drawn to the middle line, so that long chains do not run off aslant. */
const GRAVITY = 0.14;
const MARGIN = 32;

export function layout(tables: readonly Table[], references: readonly Reference[], count = tables.length): Picture {
  const groups = connected(tables, references).map(group);
  const { places, width, height } = packed(groups, GAP_GROUPS);
  const boxes: Box[] = [];
  const lines: Line[] = [];
  groups.forEach((group, at) => {
    const by = { x: places[at]!.x + MARGIN, y: places[at]!.y + MARGIN };
    boxes.push(...group.boxes.map((box) => ({ ...box, ...moved(box, by) })));
    lines.push(...group.lines.map((line) => ({ ...line, points: line.points.map((point) => moved(point, by)) })));
  });
  return { boxes, lines, width: width + 2 * MARGIN, height: height + 2 * MARGIN, tables: count };
}

interface Part {
  tables: Table[];
  references: Reference[];
}

interface Group {
  boxes: Box[];
  lines: Line[];
  width: number;
  height: number;
}

/** The tables in groups that no line leaves. */
function connected(tables: readonly Table[], references: readonly Reference[]): Part[] {
  const sorted = [...tables].sort((a, b) => (a.id < b.id ? -1 : 1));
  const root = new Map(sorted.map(({ id }) => [id, id]));
  const find = (id: string): string => {
    let at = id;
    while (root.get(at) !== at) at = root.get(at)!;
    root.set(id, at);
    return at;
  };
  const drawn = references.filter(({ from, to }) => root.has(from) && root.has(to));
  for (const { from, to } of drawn) root.set(find(from), find(to));
  const parts = new Map<string, Part>();
  for (const table of sorted) {
    const key = find(table.id);
    if (!parts.has(key)) parts.set(key, { tables: [], references: [] });
    parts.get(key)!.tables.push(table);
  }
  for (const reference of drawn) parts.get(find(reference.from))!.references.push(reference);
  return [...parts.values()];
}

function group({ tables, references }: Part): Group {
  const sizes = tables.map(measured);
  const index = new Map(tables.map(({ id }, at) => [id, at]));
  const arcs = acyclic(
    tables.length,
    references.map(({ from, to }) => ({ left: index.get(to)!, right: index.get(from)! })),
  );
  const layer = columnsOf(tables.length, arcs, sizes);
  const graph = threaded(
    tables,
    references,
    index,
    layer,
    sizes.map(({ height }) => height),
  );
  const columns = untangled(graph.columns, graph.links);
  const y = heights(columns, graph);
  const { x, widths } = across(columns, graph.links, sizes, tables.length);
  const boxes = tables.map((table, at) => ({ ...table, ...sizes[at]!, x: x[layer[at]!]!, y: y[at]! }));
  const lines = references.map((reference, at) => ({
    ...reference,
    points: route(reference, graph.threads[at]!, { boxes, index, y, layer, x, widths }),
  }));
  const tops = [...boxes.map((box) => box.y), ...lines.flatMap(({ points }) => points.map((point) => point.y))];
  const top = Math.min(...tops);
  const bottom = Math.max(...boxes.map((box) => box.y + box.height), ...tops);
  const up = { x: 0, y: -top };
  return {
    boxes: boxes.map((box) => ({ ...box, ...moved(box, up) })),
    lines: lines.map((line) => ({ ...line, points: line.points.map((point) => moved(point, up)) })),
    width: Math.max(...boxes.map((box) => box.x + box.width)),
    height: bottom - top,
  };
}

type Size = { width: number; height: number };

/** The column of each table, none much taller than the picture is to be. */
function columnsOf(count: number, arcs: readonly Arc[], sizes: readonly Size[]): number[] {
  const layer = layered(count, arcs);
  const heights = sizes.map(({ height }) => height + GAP_Y);
  const area = sizes.reduce((sum, { width, height }) => sum + (width + GAP_X) * (height + GAP_Y), 0);
  const most = Math.max(...heights, Math.sqrt(area * 0.8));
  const columns: number[][] = Array.from({ length: Math.max(...layer) + 1 }, () => []);
  layer.forEach((at, node) => columns[at]!.push(node));
  const near = arcs
    .filter(({ left, right }) => layer[right]! - layer[left]! === 1)
    .map((arc) => ({ ...arc, leftPort: 0, rightPort: 0 }));
  return split(layer, heights, untangled(columns, near).flat(), most);
}

interface Graph {
  columns: number[][];
  links: Link[];
  /** For each reference the nodes that its line passes between its tables, from left to right. */
  threads: number[][];
  /** Height of each node, passages included. */
  sizes: number[];
}

/** Lines that pass columns get a passage in each: a node of its own. */
function threaded(
  tables: readonly Table[],
  references: readonly Reference[],
  index: Map<string, number>,
  layer: readonly number[],
  heights: number[],
): Graph {
  const columns: number[][] = Array.from({ length: Math.max(...layer) + 1 }, () => []);
  layer.forEach((at, node) => columns[at]!.push(node));
  const links: Link[] = [];
  const sizes = [...heights];
  const threads = references.map((reference) => {
    const ends = [
      { node: index.get(reference.from)!, port: portOf(tables[index.get(reference.from)!]!, reference.column) },
      { node: index.get(reference.to)!, port: portOf(tables[index.get(reference.to)!]!, reference.referenced) },
    ];
    const [left, right] = ends.sort((a, b) => layer[a.node]! - layer[b.node]!) as [(typeof ends)[0], (typeof ends)[0]];
    const thread: number[] = [];
    let last = left;
    for (let at = layer[left.node]! + 1; at < layer[right.node]!; at++) {
      const node = sizes.push(PASSAGE) - 1;
      columns[at]!.push(node);
      thread.push(node);
      links.push({ left: last.node, leftPort: last.port, right: node, rightPort: PASSAGE / 2 });
      last = { node, port: PASSAGE / 2 };
    }
    if (left.node !== right.node)
      links.push({ left: last.node, leftPort: last.port, right: right.node, rightPort: right.port });
    return thread;
  });
  return { columns, links, threads, sizes };
}

/** How high each node stands: near what it is connected to, in the order of its column. */
function heights(columns: readonly number[][], { links, sizes }: Graph): number[] {
  const y = new Array<number>(sizes.length).fill(0);
  const tall = (node: number) => sizes[node]! + (sizes[node] === PASSAGE ? 4 : GAP_Y);
  for (const column of columns) {
    let at = -column.reduce((sum, node) => sum + tall(node), 0) / 2;
    for (const node of column) {
      y[node] = at;
      at += tall(node);
    }
  }
  const wishes = new Map<number, { node: number; by: number }[]>();
  const wish = (node: number, other: number, by: number) =>
    wishes.set(node, [...(wishes.get(node) ?? []), { node: other, by }]);
  for (const { left, right, leftPort, rightPort } of links) {
    wish(left, right, rightPort - leftPort);
    wish(right, left, leftPort - rightPort);
  }
  for (let pass = 0; pass < 24; pass++) {
    const at = [...columns.keys()];
    for (const index of pass % 2 === 0 ? at : at.reverse()) {
      const column = columns[index]!;
      const wanted = column.map((node) => {
        const places = (wishes.get(node) ?? []).map((wish) => y[wish.node]! + wish.by);
        const near = places.length === 0 ? y[node]! : places.reduce((a, b) => a + b, 0) / places.length;
        return near * (1 - GRAVITY) - (sizes[node]! / 2) * GRAVITY;
      });
      spaced(
        wanted,
        column.map(tall),
        column.map((node) => (sizes[node] === PASSAGE ? 3 : 1)),
      ).forEach((place, at) => {
        y[column[at]!] = place;
      });
    }
  }
  return y;
}

/** Where each column begins and how wide it is; there is more room where many lines run. */
function across(
  columns: readonly number[][],
  links: readonly Link[],
  sizes: readonly Size[],
  tables: number,
): { x: number[]; widths: number[] } {
  const columnOf = new Map(columns.flatMap((column, index) => column.map((node) => [node, index] as const)));
  const between = columns.map(() => 0);
  for (const { left } of links) between[columnOf.get(left)!]! += 1;
  const widths = columns.map((column) =>
    Math.max(0, ...column.filter((node) => node < tables).map((node) => sizes[node]!.width)),
  );
  const x: number[] = [];
  let at = 0;
  widths.forEach((width, index) => {
    x.push(at);
    at += width + GAP_X + Math.min(70, between[index]! * 3);
  });
  return { x, widths };
}

interface Placed {
  boxes: readonly Box[];
  index: Map<string, number>;
  y: readonly number[];
  layer: readonly number[];
  x: readonly number[];
  widths: readonly number[];
}

/** The points of a line, from the referring table's row to the referenced one's. */
function route(
  reference: Reference,
  thread: readonly number[],
  { boxes, index, y, layer, x, widths }: Placed,
): Point[] {
  const [from, to] = [boxes[index.get(reference.from)!]!, boxes[index.get(reference.to)!]!];
  const start = { x: from.x, y: from.y + portOf(from, reference.column) };
  const end = { x: to.x, y: to.y + portOf(to, reference.referenced) };
  if (from === to)
    return [
      { ...start, x: from.x + from.width },
      { ...end, x: to.x + to.width },
    ];
  const [fromLayer, toLayer] = [layer[index.get(reference.from)!]!, layer[index.get(reference.to)!]!];
  const leftwards = fromLayer > toLayer;
  const passed = (leftwards ? [...thread].reverse() : thread).flatMap((node, at) => {
    const column = leftwards ? fromLayer - 1 - at : fromLayer + 1 + at;
    const ends = [
      { x: x[column]!, y: y[node]! + PASSAGE / 2 },
      { x: x[column]! + widths[column]!, y: y[node]! + PASSAGE / 2 },
    ];
    return leftwards ? ends.reverse() : ends;
  });
  return leftwards
    ? [start, ...passed, { ...end, x: to.x + to.width }]
    : [{ ...start, x: from.x + from.width }, ...passed, end];
}

function moved(point: Point, by: Point): Point {
  return { x: Math.round((point.x + by.x) * 10) / 10, y: Math.round((point.y + by.y) * 10) / 10 };
}
