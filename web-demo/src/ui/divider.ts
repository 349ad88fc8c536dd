// The bar between editors and plan: drag it, or move it with the arrow keys.

const STEP = 3;
const LEAST = 22;
const MOST = 68;

export function divider(bar: HTMLElement, main: HTMLElement): void {
  let percent = 42;
  const set = (value: number) => {
    percent = Math.round(Math.min(MOST, Math.max(LEAST, value)) * 10) / 10;
    main.style.setProperty("--sources-width", `${percent}%`);
    bar.setAttribute("aria-valuenow", String(Math.round(percent)));
  };
  bar.setAttribute("aria-valuemin", String(LEAST));
  bar.setAttribute("aria-valuemax", String(MOST));
  set(percent);
  bar.addEventListener("keydown", (event) => {
    const by = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    set(percent + by);
  });
  bar.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    bar.setPointerCapture(event.pointerId);
    const { left, width } = main.getBoundingClientRect();
    const move = ({ clientX }: PointerEvent) => set(((clientX - left) / width) * 100);
    bar.addEventListener("pointermove", move);
    bar.addEventListener("lostpointercapture", () => bar.removeEventListener("pointermove", move), { once: true });
  });
}
