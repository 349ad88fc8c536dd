// The page: puts its parts together and passes on what one has to tell another.
import "@fontsource-variable/instrument-sans/wght.css";
import "@fontsource-variable/jetbrains-mono/wght.css";
import "./style/tokens.css";
import "./style/base.css";
import "./style/layout.css";
import "./style/editor.css";
import "./style/plan.css";
import "./style/picture.css";
import "./style/prove.css";
import "./style/dialog.css";
import { CatalogDialog } from "./catalog/dialog.ts";
import { EXAMPLES } from "./examples/index.ts";
import { PlanPanel } from "./plan/panel.ts";
import { share, shared } from "./share/link.ts";
import { Sources } from "./sources.ts";
import { divider } from "./ui/divider.ts";
import { byId, h } from "./ui/dom.ts";
import { icon } from "./ui/icons.ts";
import { themeButton } from "./ui/theme.ts";
import { toast } from "./ui/toast.ts";
import { showView, viewSwitch } from "./ui/views.ts";
import { Engine } from "./worker/client.ts";

const engine = new Engine({
  ready: () => {},
  broken: (message) => plan.broken(message),
  busy: (busy) => plan.busy(busy),
  parsed: (result) => sources.parsed(result),
  planned: (result) => {
    plan.show(result);
    sources.planned(result);
    document.documentElement.dataset["planned"] ??= String(Math.round(performance.now()));
  },
});

const catalog = new CatalogDialog({
  query: (serverVersion) => engine.ask("catalogQuery", { serverVersion }),
  take: (json) => sources.take("current", json),
});

const catalogButton = h(
  "button",
  {
    type: "button",
    class: "button small",
    title: "Compare with a database that this page cannot reach",
    onclick: () => void catalog.open(),
  },
  icon("database"),
  "Paste a catalog",
);
const sources = new Sources(byId("sources"), engine, catalogButton, () => {
  example.value = "";
  plan.changed();
});

const online = h("input", {
  type: "checkbox",
  role: "switch",
  onchange: () => {
    engine.options({ online: online.checked });
    plan.changed();
  },
});
const plan = new PlanPanel(byId("result"), {
  engine,
  options: h(
    "label",
    { class: "switch", title: "CREATE INDEX CONCURRENTLY, NOT VALID and VALIDATE" },
    online,
    "For tables in use: let others go on meanwhile",
  ),
  texts: () => ({ current: sources.text("current"), desired: sources.text("desired"), online: online.checked }),
  goToTable: async (table) => {
    for (const side of ["desired", "current"] as const) {
      const place = await engine.ask("definition", { side, table });
      if (!place) continue;
      showView(side);
      sources.goTo(side, place.from, place.from);
      return;
    }
  },
  settled: ({ catalog, answers }) => engine.options({ online: online.checked, settled: { catalog, answers } }),
});

const example = h(
  "select",
  { "aria-label": "Examples", onchange: () => open(example.value) },
  h("option", { value: "", disabled: true, hidden: true }, "Examples"),
  ...EXAMPLES.map(({ id, title }) => h("option", { value: id }, title)),
);

function open(id: string): void {
  const found = EXAMPLES.find((one) => one.id === id) ?? EXAMPLES[0]!;
  sources.set(found.current, found.desired);
  example.value = found.id;
}

async function openLink(): Promise<boolean> {
  const state = await shared();
  if (!state) {
    if (location.hash.length > 1) toast("The link is not whole: it may have been cut off on its way");
    return false;
  }
  online.checked = state.online;
  engine.options({ online: state.online });
  sources.set(state.current, state.desired);
  plan.choose(state.tab);
  return true;
}

byId("actions").append(
  h("span", { class: "select" }, example, icon("chevron")),
  h(
    "button",
    {
      type: "button",
      class: "button",
      title: "A link that carries all of this",
      onclick: () =>
        void share({
          current: sources.text("current"),
          desired: sources.text("desired"),
          online: online.checked,
          tab: plan.tab,
        }),
    },
    icon("share"),
    h("span", { class: "label" }, "Share"),
  ),
  themeButton(),
);
byId("views").append(...viewSwitch());
divider(byId("divider"), byId("main"));
window.addEventListener("hashchange", () => void openLink());
void openLink().then((opened) => opened || open("shop"));

if (import.meta.env.PROD && "serviceWorker" in navigator) void navigator.serviceWorker.register("./sw.js");
