// The picture as SVG. Colours come from the page's style sheet, so that it follows light and dark.
import { s } from "../ui/dom.ts";
import {
  clipped,
  FOOT,
  HEADER,
  LONGEST_NAME,
  LONGEST_TYPE,
  ROW,
  type Box,
  type ChangeType,
  type Line,
  type Picture,
  type Point,
  type Row,
} from "./model.ts";

const WORDS: Record<ChangeType, string> = {
  create: "new",
  alter: "changed",
  replace: "made anew",
  rename: "renamed",
  drop: "dropped",
};

export function drawn(picture: Picture, chosen: (id: string) => void): SVGSVGElement {
  const svg = s("svg", {
    class: "picture",
    role: "group",
    "aria-label": `Picture of ${picture.boxes.length} tables`,
    viewBox: `0 0 ${picture.width} ${picture.height}`,
  });
  const plane = s("g", { class: "plane" });
  const lines = picture.lines.map((line) => ({ line, element: lineView(line) }));
  const boxes = picture.boxes.map((box) => boxView(box, chosen));
  plane.append(s("g", {}, ...lines.map(({ element }) => element)), s("g", {}, ...boxes));
  svg.append(plane);
  light(plane, lines);
  return svg;
}

/** A table under the pointer or with the focus has its lines and neighbours stand out. */
function light(plane: SVGGElement, lines: { line: Line; element: SVGElement }[]): void {
  const on = (event: Event) => {
    const id = (event.target as Element).closest<SVGElement>("[data-table]")?.dataset["table"];
    plane.classList.toggle("lit", id !== undefined);
    for (const { line, element } of lines)
      element.classList.toggle("near", id !== undefined && (line.from === id || line.to === id));
    const near = new Set(
      lines.filter(({ line }) => line.from === id || line.to === id).flatMap(({ line }) => [line.from, line.to]),
    );
    for (const box of plane.querySelectorAll<SVGElement>("[data-table]"))
      box.classList.toggle("near", box.dataset["table"] === id || near.has(box.dataset["table"]!));
  };
  const off = () => plane.classList.remove("lit");
  plane.addEventListener("pointerover", on);
  plane.addEventListener("pointerleave", off);
  plane.addEventListener("focusin", on);
  plane.addEventListener("focusout", off);
}

function boxView(box: Box, chosen: (id: string) => void): SVGGElement {
  const { change, rows, hidden, width } = box;
  return s(
    "g",
    {
      class: "box",
      style: `--far: ${farTitle(box)}px`,
      transform: `translate(${box.x} ${box.y})`,
      "data-table": box.id,
      "data-change": change ?? undefined,
      onclick: () => chosen(box.id),
    },
    s("rect", { class: "frame", width, height: box.height, rx: 9 }),
    headView(box, () => chosen(box.id)),
    ...rows.map((row, at) => rowView(row, HEADER + at * ROW, width)),
    hidden > 0 && s("text", { class: "hidden", x: 30, y: HEADER + rows.length * ROW + 15 }, `${hidden} more`),
  );
}

/** The name is what can be reached by keyboard and spoken to; what is in the table follows as text. */
function headView(box: Box, choose: () => void): SVGGElement {
  const change = box.change ? WORDS[box.change] : "";
  return s(
    "g",
    {
      class: "box-head",
      tabindex: "0",
      role: "button",
      "aria-label": `Table ${[clipped(box.title, LONGEST_NAME), change].filter(Boolean).join(" ")}, ${box.rows.length + box.hidden} columns`,
      onkeydown: (event: KeyboardEvent) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        choose();
      },
    },
    s("path", { class: "title-back", d: titlePath(box) }),
    s("text", { class: "title", x: 14, y: HEADER / 2 + 1 }, clipped(box.title, LONGEST_NAME)),
    " ",
    change && s("text", { class: "change", x: box.width - 12, y: 22, "text-anchor": "end" }, change),
  );
}

/** How large the name is written when all is seen from afar, where nothing else can be read. */
function farTitle({ title, width }: Box): number {
  return Math.round(Math.min(30, (width - 26) / (Math.min(title.length, LONGEST_NAME) * 0.6)));
}

function titlePath({ width, height, rows, hidden }: Box): string {
  const whole = rows.length === 0 && hidden === 0;
  return whole
    ? `M9 0H${width - 9}a9 9 0 0 1 9 9V${height - 9}a9 9 0 0 1-9 9H9a9 9 0 0 1-9-9V9a9 9 0 0 1 9-9Z`
    : `M9 0H${width - 9}a9 9 0 0 1 9 9V${HEADER - FOOT / 2}H0V9a9 9 0 0 1 9-9Z`;
}

function rowView(row: Row, y: number, width: number): SVGGElement {
  return s(
    "g",
    { class: "row", transform: `translate(0 ${y})`, "data-change": row.change ?? undefined },
    row.change && s("rect", { class: "row-back", x: 1, width: width - 2, height: ROW }),
    row.primary &&
      s("path", { class: "key", d: "M20 5.5a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM17.8 10.7 13.5 15M15 13.5l1.5 1.5" }),
    !row.primary && row.foreign && s("circle", { class: "foreign", cx: 18, cy: 11, r: 2.6 }),
    s("text", { class: "column", x: 30, y: 15 }, clipped(row.name, LONGEST_NAME)),
    s(
      "text",
      { class: row.required ? "type" : "type optional", x: width - 12, y: 15, "text-anchor": "end" },
      clipped(row.type, LONGEST_TYPE),
    ),
  );
}

function lineView(line: Line): SVGGElement {
  const self = line.from === line.to;
  const path = self ? loop(line.points) : curve(line.points);
  return s(
    "g",
    { class: "line", "data-change": line.change ?? undefined },
    s("title", {}, line.name),
    s("path", { class: "wire", d: path }),
    s("path", { class: "foot", d: foot(line.points, self) }),
    s("circle", { class: "head", cx: line.points.at(-1)!.x, cy: line.points.at(-1)!.y, r: 3.2 }),
  );
}

/** Through the points, running level at each. */
function curve(points: readonly Point[]): string {
  let path = `M${points[0]!.x} ${points[0]!.y}`;
  for (let at = 1; at < points.length; at++) {
    const [a, b] = [points[at - 1]!, points[at]!];
    const bend = Math.max(18, Math.abs(b.x - a.x) / 2) * Math.sign(b.x - a.x || 1);
    path += a.y === b.y ? `L${b.x} ${b.y}` : `C${a.x + bend} ${a.y} ${b.x - bend} ${b.y} ${b.x} ${b.y}`;
  }
  return path;
}

/** Of a table that refers to itself. */
function loop([a, b]: readonly Point[]): string {
  const out = Math.max(a!.x, b!.x) + 34;
  return `M${a!.x} ${a!.y}C${out} ${a!.y} ${out} ${b!.y} ${b!.x} ${b!.y}`;
}

/** Three toes at the referring end: there may be many. */
function foot(points: readonly Point[], self: boolean): string {
  const [{ x, y }, next] = [points[0]!, points[1]!];
  const out = self ? 1 : Math.sign(next.x - x) || 1;
  return `M${x} ${y - 4.5}L${x + out * 9} ${y}L${x} ${y + 4.5}`;
}
