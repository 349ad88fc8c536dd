// Moving about in the picture: drag, wheel, pinch, keys, buttons. The picture itself stays as it is; its plane moves.
import type { Picture } from "./model.ts";

const LEAST = 0.05;
const MOST = 2.5;
/** Below this columns cannot be read. */
const FAR = 0.52;
/** Fitting never shows a small picture larger than this. */
const NATURAL = 1.15;

export class PanZoom {
  readonly #svg: SVGSVGElement;
  readonly #plane: SVGGElement;
  readonly #size: { width: number; height: number };
  readonly #pointers = new Map<number, { x: number; y: number }>();
  #view = { x: 0, y: 0, scale: 1 };
  #fitted = true;
  #dragged = false;

  constructor(svg: SVGSVGElement, picture: Picture) {
    this.#svg = svg;
    this.#plane = svg.querySelector(".plane")!;
    this.#size = picture;
    svg.removeAttribute("viewBox");
    svg.addEventListener("wheel", this.#wheel, { passive: false });
    svg.addEventListener("pointerdown", this.#down);
    svg.addEventListener("pointermove", this.#move);
    for (const type of ["pointerup", "pointercancel", "pointerleave"] as const) svg.addEventListener(type, this.#up);
    // A drag that ends on a table is no click on it.
    svg.addEventListener(
      "click",
      (event) => {
        if (this.#dragged) event.stopPropagation();
      },
      { capture: true },
    );
    new ResizeObserver(() => this.#fitted && this.fit()).observe(svg);
  }

  fit(): void {
    const { width, height } = this.#svg.getBoundingClientRect();
    if (width === 0 || height === 0) return;
    const scale = Math.min(width / this.#size.width, height / this.#size.height, NATURAL);
    this.#set({ scale, x: (width - this.#size.width * scale) / 2, y: (height - this.#size.height * scale) / 2 });
    this.#fitted = true;
  }

  /** About the middle of what is seen. */
  zoom(factor: number): void {
    const { width, height } = this.#svg.getBoundingClientRect();
    this.#about(width / 2, height / 2, factor);
  }

  pan(x: number, y: number): void {
    this.#set({ ...this.#view, x: this.#view.x + x, y: this.#view.y + y });
  }

  #about(x: number, y: number, factor: number): void {
    const scale = Math.min(MOST, Math.max(LEAST, this.#view.scale * factor));
    const by = scale / this.#view.scale;
    this.#set({ scale, x: x - (x - this.#view.x) * by, y: y - (y - this.#view.y) * by });
  }

  #set(view: { x: number; y: number; scale: number }): void {
    this.#view = view;
    this.#fitted = false;
    this.#plane.classList.toggle("far", view.scale < FAR);
    this.#plane.setAttribute("transform", `translate(${view.x} ${view.y}) scale(${view.scale})`);
  }

  readonly #wheel = (event: WheelEvent): void => {
    event.preventDefault();
    const { left, top } = this.#svg.getBoundingClientRect();
    // A pinch on a touch pad comes as a wheel with Ctrl, and in smaller steps.
    this.#about(event.clientX - left, event.clientY - top, Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0016)));
  };

  readonly #down = (event: PointerEvent): void => {
    this.#pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    this.#dragged = false;
  };

  readonly #move = (event: PointerEvent): void => {
    const was = this.#pointers.get(event.pointerId);
    if (!was) return;
    const now = { x: event.clientX, y: event.clientY };
    if (Math.hypot(now.x - was.x, now.y - was.y) < 3 && !this.#dragged) return;
    if (!this.#dragged) this.#svg.setPointerCapture(event.pointerId);
    this.#dragged = true;
    const other = [...this.#pointers].find(([id]) => id !== event.pointerId)?.[1];
    if (other) this.#pinch(was, now, other);
    else this.pan(now.x - was.x, now.y - was.y);
    this.#pointers.set(event.pointerId, now);
  };

  #pinch(was: { x: number; y: number }, now: { x: number; y: number }, other: { x: number; y: number }): void {
    const { left, top } = this.#svg.getBoundingClientRect();
    const factor =
      Math.hypot(now.x - other.x, now.y - other.y) / Math.max(1, Math.hypot(was.x - other.x, was.y - other.y));
    this.#about((now.x + other.x) / 2 - left, (now.y + other.y) / 2 - top, factor);
  }

  readonly #up = (event: PointerEvent): void => {
    this.#pointers.delete(event.pointerId);
  };
}
