// Which column of the picture each table stands in: what is referred to stands left of what refers to it.
// Pure and deterministic: the same tables give the same columns.

export interface Arc {
  /** The table referred to. */
  left: number;
  /** The table that refers. */
  right: number;
}

/** Without arcs that would close a circle, those point the other way instead; without arcs to oneself. */
export function acyclic(count: number, arcs: readonly Arc[]): Arc[] {
  const out: Arc[] = [];
  const next = adjacency(count, arcs);
  const state = new Uint8Array(count);
  const visit = (root: number): void => {
    const stack: { node: number; at: number }[] = [{ node: root, at: 0 }];
    state[root] = 1;
    while (stack.length > 0) {
      const top = stack.at(-1)!;
      const to = next[top.node]![top.at++];
      if (to === undefined) {
        state[top.node] = 2;
        stack.pop();
      } else if (to === top.node) {
        continue;
      } else if (state[to] === 1) {
        out.push({ left: to, right: top.node });
      } else {
        out.push({ left: top.node, right: to });
        if (state[to] === 0) {
          state[to] = 1;
          stack.push({ node: to, at: 0 });
        }
      }
    }
  };
  // Tables that refer to nothing first: so that circles open where they are entered.
  const incoming = new Uint32Array(count);
  for (const { left, right } of arcs) if (left !== right) incoming[right]! += 1;
  const order = [...Array(count).keys()].sort((a, b) => incoming[a]! - incoming[b]! || a - b);
  for (const node of order) if (state[node] === 0) visit(node);
  return out;
}

/** The column of each table: one right of the rightmost that it refers to, then as far right as its readers allow. */
export function layered(count: number, arcs: readonly Arc[]): number[] {
  const order = sorted(count, arcs);
  const layer = new Array<number>(count).fill(0);
  const next = adjacency(count, arcs);
  for (const node of order) for (const to of next[node]!) layer[to] = Math.max(layer[to]!, layer[node]! + 1);
  for (const node of order.reverse()) {
    const readers = next[node]!;
    if (readers.length > 0) layer[node] = Math.min(...readers.map((reader) => layer[reader]!)) - 1;
  }
  const first = Math.min(...layer);
  return layer.map((value) => value - first);
}

/** Columns that are too tall become several beside each other. `order` says who stands above whom. */
export function split(
  layer: readonly number[],
  heights: readonly number[],
  order: readonly number[],
  most: number,
): number[] {
  const out = [...layer];
  let shift = 0;
  for (let at = 0; at <= Math.max(...layer); at++) {
    const nodes = order.filter((node) => layer[node] === at);
    const sum = nodes.reduce((total, node) => total + heights[node]!, 0);
    const parts = Math.max(1, Math.ceil(sum / most));
    let filled = 0;
    let part = 0;
    for (const node of nodes) {
      if (part < parts - 1 && filled > 0 && filled + heights[node]! / 2 > (sum / parts) * (part + 1)) part += 1;
      filled += heights[node]!;
      out[node] = at + shift + part;
    }
    shift += part;
  }
  return out;
}

function sorted(count: number, arcs: readonly Arc[]): number[] {
  const incoming = new Uint32Array(count);
  for (const { right } of arcs) incoming[right]! += 1;
  const next = adjacency(count, arcs);
  const ready = [...Array(count).keys()].filter((node) => incoming[node] === 0);
  for (let at = 0; at < ready.length; at++) {
    for (const to of next[ready[at]!]!) {
      incoming[to]! -= 1;
      if (incoming[to] === 0) ready.push(to);
    }
  }
  return ready;
}

export function adjacency(count: number, arcs: readonly Arc[]): number[][] {
  const next: number[][] = Array.from({ length: count }, () => []);
  for (const { left, right } of arcs) next[left]!.push(right);
  return next;
}
