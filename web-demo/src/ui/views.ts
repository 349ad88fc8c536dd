// Where the page is narrow, one of its parts is seen at a time: these buttons say which.
import { byId, h } from "./dom.ts";

const VIEWS = [
  ["current", "Current"],
  ["desired", "Desired"],
  ["result", "Plan"],
] as const;
export type View = (typeof VIEWS)[number][0];

const buttons = new Map<View, HTMLButtonElement>();

export function viewSwitch(): HTMLElement[] {
  for (const [view, label] of VIEWS)
    buttons.set(view, h("button", { type: "button", onclick: () => showView(view) }, label));
  showView("result");
  return [...buttons.values()];
}

export function showView(view: View): void {
  byId("main").dataset["view"] = view;
  for (const [id, button] of buttons) button.setAttribute("aria-current", String(id === view));
}
