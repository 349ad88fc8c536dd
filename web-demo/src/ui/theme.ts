// Light, dark, or as the system has it; remembered in this browser.
import { h } from "./dom.ts";
import { icon } from "./icons.ts";

const CHOICES = ["auto", "light", "dark"] as const;
type Choice = (typeof CHOICES)[number];
const ICONS = { auto: "auto", light: "sun", dark: "moon" } as const;
const WORDS = { auto: "as the system", light: "light", dark: "dark" } as const;
const KEY = "schemasync-theme";

export function themeButton(): HTMLElement {
  let choice = remembered();
  const button = h("button", {
    type: "button",
    class: "button quiet square",
    onclick: () => {
      choice = CHOICES[(CHOICES.indexOf(choice) + 1) % CHOICES.length]!;
      remember(choice);
      show();
    },
  });
  const show = () => {
    document.documentElement.dataset["theme"] = choice;
    button.replaceChildren(icon(ICONS[choice]));
    button.setAttribute("aria-label", `Colours: ${WORDS[choice]}`);
    button.title = `Colours: ${WORDS[choice]}`;
  };
  show();
  return button;
}

function remembered(): Choice {
  try {
    return CHOICES.find((choice) => choice === localStorage.getItem(KEY)) ?? "auto";
  } catch {
    return "auto";
  }
}

function remember(choice: Choice): void {
  try {
    localStorage.setItem(KEY, choice);
  } catch {
    // A browser that keeps nothing: the choice holds for this visit.
  }
}
