// The icons, drawn on a grid of 16 with lines of 1.5.
import { s } from "./dom.ts";

const PATHS = {
  share: "M6.5 9.5 9.5 6.5M7.5 4.5l1-1a2.83 2.83 0 0 1 4 4l-1 1M8.5 11.5l-1 1a2.83 2.83 0 0 1-4-4l1-1",
  sun: "M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM8 1.5v1M8 13.5v1M1.5 8h1M13.5 8h1M3.4 3.4l.7.7M11.9 11.9l.7.7M3.4 12.6l.7-.7M11.9 4.1l.7-.7",
  moon: "M13.5 9.5A6 6 0 0 1 6.5 2.5a6 6 0 1 0 7 7Z",
  auto: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM8 2v12M8 5h3M8 8h5.6M8 11h4",
  open: "M2 5V3.5h4l1.5 1.5H13v1.5M2 5v7.5h10.5L14.5 7H4L2 12.5",
  database:
    "M2.5 4c0-1.1 2.5-2 5.5-2s5.5.9 5.5 2-2.5 2-5.5 2-5.5-.9-5.5-2ZM2.5 4v8c0 1.1 2.5 2 5.5 2s5.5-.9 5.5-2V4M2.5 8c0 1.1 2.5 2 5.5 2s5.5-.9 5.5-2",
  swap: "M4.5 13V3M4.5 3 2 5.5M4.5 3 7 5.5M11.5 3v10M11.5 13 9 10.5M11.5 13l2.5-2.5",
  copy: "M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8Z",
  check: "M3 8.5 6.5 12 13 4.5",
  cross: "M4 4l8 8M12 4l-8 8",
  download: "M8 2.5v7M5 7l3 3 3-3M2.5 12.5h11",
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  fit: "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10",
  expand: "M9.5 2.5h4v4M13.5 2.5 9 7M6.5 13.5h-4v-4M2.5 13.5 7 9",
  chevron: "M6 4l4 4-4 4",
  shield: "M8 1.8 13 4v4c0 3-2.2 5.2-5 6.2C5.2 13.2 3 11 3 8V4Z",
  lock: "M4 7.5h8v6H4ZM5.5 7.500V5a2.5 2.5 0 0 1 5 0v2.5",
  alert: "M8 2.2 14.3 13.3H1.7ZM8 6.5v3M8 11.3v.2",
  note: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM8 7.5v3.5M8 5v.2",
  play: "M5 3.2v9.6L12.5 8Z",
  key: "M10.5 2.500a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM8.4 7.6 3 13M5 11l1.5 1.500",
} as const;

export type IconName = keyof typeof PATHS;

/** An icon; it says nothing by itself, its button does. */
export function icon(name: IconName): SVGElement {
  return s("svg", { class: "icon", viewBox: "0 0 16 16", "aria-hidden": "true" }, s("path", { d: PATHS[name] }));
}
