// The picture: no table covers another, lines begin and end at their tables, and the same tables give the same picture.
import assert from "node:assert/strict";
import { test } from "node:test";
import { layout } from "../../src/picture/layout.ts";
import { acyclic, layered } from "../../src/picture/layers.ts";
import { crossings, spaced, untangled } from "../../src/picture/order.ts";
import { generated } from "./tables.ts";
import type { Box, Picture } from "../../src/picture/model.ts";

const sizes = [0, 1, 3, 24, 60, 300];

for (const size of sizes) {
  test(`${size} tables: none covers another, all are inside`, () => {
    const picture = layout(...generated(size));
    assert.equal(picture.boxes.length, size);
    for (const box of picture.boxes) {
      assert.ok(
        box.x >= 0 && box.y >= 0 && box.x + box.width <= picture.width && box.y + box.height <= picture.height,
        box.id,
      );
    }
    assert.deepEqual(overlaps(picture.boxes), []);
  });

  test(`${size} tables: lines begin and end at the edges of their tables and pass through no other`, () => {
    const picture = layout(...generated(size));
    for (const line of picture.lines) {
      for (const [end, id] of [
        [line.points[0], line.from],
        [line.points.at(-1), line.to],
      ] as const) {
        const box = picture.boxes.find((box) => box.id === id)!;
        assert.ok(end!.x === box.x || Math.abs(end!.x - box.x - box.width) < 0.2, line.name);
        assert.ok(end!.y >= box.y && end!.y <= box.y + box.height, line.name);
      }
    }
    assert.deepEqual(pierced(picture), []);
  });
}

test("the order in which tables are given does not matter", () => {
  const [tables, references] = generated(60);
  assert.deepEqual(sorted(layout(tables, references)), sorted(layout([...tables].reverse(), references)));
});

test("the picture has about the shape of a screen", () => {
  for (const size of [24, 60, 300]) {
    const { width, height } = layout(...generated(size));
    assert.ok(width / height > 0.6 && width / height < 4, `${size}: ${width} × ${height}`);
  }
});

test("circles are opened, and what is referred to stands left", () => {
  const arcs = acyclic(3, [
    { left: 0, right: 1 },
    { left: 1, right: 2 },
    { left: 2, right: 0 },
    { left: 1, right: 1 },
  ]);
  const layer = layered(3, arcs);
  assert.equal(arcs.length, 3);
  for (const { left, right } of arcs) assert.ok(layer[left]! < layer[right]!);
});

test("crossings are found and untangled", () => {
  const links = [
    { left: 0, right: 3, leftPort: 0, rightPort: 0 },
    { left: 1, right: 2, leftPort: 0, rightPort: 0 },
  ];
  assert.equal(
    crossings(
      [
        [0, 1],
        [2, 3],
      ],
      links,
    ),
    1,
  );
  assert.equal(
    crossings(
      untangled(
        [
          [0, 1],
          [2, 3],
        ],
        links,
      ),
      links,
    ),
    0,
  );
});

test("things in each other's way are moved as little as can be", () => {
  assert.deepEqual(spaced([0, 0, 100], [10, 10, 10], [1, 1, 1]), [-5, 5, 100]);
  assert.deepEqual(spaced([5, 0], [10, 10], [3, 1]), [1.25, 11.25]);
});

function overlaps(boxes: readonly Box[]): string[] {
  const out: string[] = [];
  boxes.forEach((a, at) => {
    for (const b of boxes.slice(at + 1)) {
      if (a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height)
        out.push(`${a.id} and ${b.id}`);
    }
  });
  return out;
}

/** Level parts of lines that lie inside a table: the bends between columns have no table in their way. */
function pierced({ boxes, lines }: Picture): string[] {
  return lines.flatMap(({ name, points }) =>
    points.slice(1).flatMap((b, at) => {
      const a = points[at]!;
      if (a.y !== b.y || Math.abs(a.x - b.x) < 1) return [];
      const [left, right] = [Math.min(a.x, b.x) + 1, Math.max(a.x, b.x) - 1];
      return boxes
        .filter((box) => left < box.x + box.width && box.x < right && a.y > box.y && a.y < box.y + box.height)
        .map((box) => `${name} through ${box.id}`);
    }),
  );
}

function sorted({ boxes }: Picture): [string, number, number][] {
  return boxes.map(({ id, x, y }): [string, number, number] => [id, x, y]).sort((a, b) => (a[0] < b[0] ? -1 : 1));
}
