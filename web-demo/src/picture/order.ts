// Who stands above whom in the columns of the picture, so that few lines cross, and how high each stands.
// Pure and deterministic.

/** A line between neighbouring columns, from a node of one to a node of the next, each with the height of its port. */
export interface Link {
  left: number;
  right: number;
  leftPort: number;
  rightPort: number;
}

/** Reorders the columns, sweeping there and back; keeps the best order that was met. */
export function untangled(columns: number[][], links: readonly Link[], sweeps = 12): number[][] {
  let best = columns.map((column) => [...column]);
  let fewest = crossings(best, links);
  let now = best.map((column) => [...column]);
  const { before, after } = neighbours(links);
  for (let sweep = 0; sweep < sweeps && fewest > 0; sweep++) {
    const forward = sweep % 2 === 0;
    const at = [...now.keys()];
    for (const index of forward ? at : at.reverse())
      now[index] = byNeighbours(now[index]!, now[forward ? index - 1 : index + 1], forward ? before : after);
    const count = crossings(now, links);
    if (count < fewest) {
      fewest = count;
      best = now.map((column) => [...column]);
    }
    now = now.map((column) => [...column]);
  }
  return best;
}

type Neighbours = Map<number, { node: number; port: number }[]>;

function neighbours(links: readonly Link[]): { before: Neighbours; after: Neighbours } {
  const before: Neighbours = new Map();
  const after: Neighbours = new Map();
  const add = (map: Neighbours, key: number, node: number, port: number) =>
    map.set(key, [...(map.get(key) ?? []), { node, port }]);
  for (const { left, right, leftPort, rightPort } of links) {
    add(before, right, left, leftPort);
    add(after, left, right, rightPort);
  }
  return { before, after };
}

function byNeighbours(column: number[], beside: number[] | undefined, links: Neighbours): number[] {
  if (!beside) return column;
  const place = new Map(beside.map((node, at) => [node, at]));
  const wish = (node: number, at: number): number => {
    const places = (links.get(node) ?? []).map((link) => place.get(link.node)! + Math.min(link.port / 10_000, 0.9));
    return places.length === 0
      ? (at / Math.max(1, column.length)) * beside.length
      : places.reduce((a, b) => a + b, 0) / places.length;
  };
  const wishes = new Map(column.map((node, at) => [node, wish(node, at)]));
  const was = new Map(column.map((node, at) => [node, at]));
  return [...column].sort((a, b) => wishes.get(a)! - wishes.get(b)! || was.get(a)! - was.get(b)!);
}

/** How many pairs of lines cross. */
export function crossings(columns: readonly number[][], links: readonly Link[]): number {
  const place = new Map(columns.flatMap((column) => column.map((node, at) => [node, at] as const)));
  const columnOf = new Map(columns.flatMap((column, index) => column.map((node) => [node, index] as const)));
  const byColumn: [number, number][][] = columns.map(() => []);
  for (const { left, right, leftPort, rightPort } of links) {
    byColumn[columnOf.get(left)!]?.push([place.get(left)! + leftPort / 10_000, place.get(right)! + rightPort / 10_000]);
  }
  return byColumn.reduce(
    (sum, pairs) => sum + inversions(pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]).map((pair) => pair[1])),
    0,
  );
}

/** Pairs out of order, by merging: pictures of a thousand tables have many lines. */
function inversions(values: number[]): number {
  if (values.length < 2) return 0;
  const middle = values.length >> 1;
  const [a, b] = [values.slice(0, middle), values.slice(middle)];
  let count = inversions(a) + inversions(b);
  let i = 0;
  let j = 0;
  for (let at = 0; at < values.length; at++) {
    if (j >= b.length || (i < a.length && a[i]! <= b[j]!)) values[at] = a[i++]!;
    else {
      count += a.length - i;
      values[at] = b[j++]!;
    }
  }
  return count;
}

/** Places for things in their order, none nearer than its size to the next, all together nearest to where each would like to be. */
export function spaced(wishes: readonly number[], sizes: readonly number[], weights: readonly number[]): number[] {
  const offsets: number[] = [];
  let sum = 0;
  for (const size of sizes) {
    offsets.push(sum);
    sum += size;
  }
  // Blocks of things that touch, each at the mean of what its members want; neighbours in each other's way become one.
  const blocks: { mean: number; weight: number; count: number }[] = [];
  wishes.forEach((wish, at) => {
    let block = { mean: wish - offsets[at]!, weight: weights[at]!, count: 1 };
    for (let last = blocks.at(-1); last && last.mean > block.mean; last = blocks.at(-1)) {
      const weight = last.weight + block.weight;
      block = {
        mean: (last.mean * last.weight + block.mean * block.weight) / weight,
        weight,
        count: last.count + block.count,
      };
      blocks.pop();
    }
    blocks.push(block);
  });
  return blocks
    .flatMap(({ mean, count }) => new Array<number>(count).fill(mean))
    .map((mean, at) => mean + offsets[at]!);
}
