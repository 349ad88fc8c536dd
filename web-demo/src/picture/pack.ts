// Groups of tables side by side, in rows, so that the whole is about as wide as a screen is to its height. Pure.
import type { Point } from "./model.ts";

const ASPECT = 1.55;

export function packed(
  sizes: readonly { width: number; height: number }[],
  gap: number,
): { places: Point[]; width: number; height: number } {
  const area = sizes.reduce((sum, { width, height }) => sum + (width + gap) * (height + gap), 0);
  const most = Math.max(0, ...sizes.map(({ width }) => width), Math.sqrt(area * ASPECT));
  // The tallest first: what stands in one row is then about equally tall. Under short ones there is room for more.
  const order = [...sizes.keys()].sort(
    (a, b) => sizes[b]!.height - sizes[a]!.height || sizes[b]!.width - sizes[a]!.width || a - b,
  );
  const places: Point[] = sizes.map(() => ({ x: 0, y: 0 }));
  const shelves: { x: number; y: number; height: number; stacks: { x: number; y: number; width: number }[] }[] = [];
  let bottom = 0;
  let right = 0;
  for (const index of order) {
    const { width, height } = sizes[index]!;
    const stack = shelves
      .flatMap((shelf) => shelf.stacks.map((stack) => ({ stack, end: shelf.y + shelf.height })))
      .find(({ stack, end }) => width <= stack.width && stack.y + height <= end);
    if (stack) {
      places[index] = { x: stack.stack.x, y: stack.stack.y };
      stack.stack.y += height + gap;
      continue;
    }
    let shelf = shelves.find((shelf) => shelf.x + width <= most && height <= shelf.height);
    if (!shelf) {
      shelf = { x: 0, y: bottom, height, stacks: [] };
      shelves.push(shelf);
      bottom += height + gap;
    }
    places[index] = { x: shelf.x, y: shelf.y };
    shelf.stacks.push({ x: shelf.x, y: shelf.y + height + gap, width });
    shelf.x += width + gap;
    right = Math.max(right, shelf.x - gap);
  }
  return { places, width: right, height: Math.max(0, bottom - gap) };
}
