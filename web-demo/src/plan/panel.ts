// What stands beside the editors: the verdict, and under it the plan in its tabs. A tab is filled when it is looked at.
import type { Engine } from "../worker/client.ts";
import type { Planned } from "../worker/protocol.ts";
import { PicturePanel } from "../picture/panel.ts";
import type { Settled } from "../prove/protocol.ts";
import { ProvePanel } from "../prove/panel.ts";
import { h } from "../ui/dom.ts";
import { icon } from "../ui/icons.ts";
import { Tabs } from "../ui/tabs.ts";
import { back } from "./back.ts";
import { changes } from "./changes.ts";
import { ExportPanel } from "./export.ts";
import { SqlPanel } from "./sql.ts";
import { told } from "./tree.ts";
import { emptyState, verdict } from "./verdict.ts";

export const TAB_IDS = ["changes", "sql", "back", "picture", "prove", "export"] as const;
export type TabId = (typeof TAB_IDS)[number];

export interface PanelHooks {
  engine: Engine;
  /** Controls that stand over the SQL. */
  options: HTMLElement;
  texts(): { current: string; desired: string; online: boolean };
  /** Shows where the desired schema makes a table. */
  goToTable(table: string): void;
  /** What PostgreSQL said of expressions that the core could not compare. */
  settled(settled: Settled): void;
}

export class PlanPanel {
  readonly #hooks: PanelHooks;
  readonly #root: HTMLElement;
  readonly #head = h("div", { class: "head", role: "status", "aria-live": "polite" });
  readonly #changes = h("div", { class: "panel scrolls" });
  readonly #back = h("div", { class: "panel scrolls" });
  readonly #sql: SqlPanel;
  readonly #picture: PicturePanel;
  readonly #prove: ProvePanel;
  readonly #export: ExportPanel;
  readonly #tabs: Tabs<TabId>;
  readonly #proveButton: HTMLButtonElement;
  #planned: Planned | null = null;
  #fresh = new Set<TabId>();

  constructor(root: HTMLElement, hooks: PanelHooks) {
    this.#hooks = hooks;
    this.#root = root;
    this.#sql = new SqlPanel(hooks.options);
    this.#picture = new PicturePanel((everything) => hooks.engine.ask("picture", { everything }), hooks.goToTable);
    this.#prove = new ProvePanel(hooks.texts, hooks.settled);
    this.#export = new ExportPanel((format) => hooks.engine.ask("render", { format }));
    this.#tabs = new Tabs<TabId>(
      "The plan",
      [
        { id: "changes", label: "Changes", panel: this.#changes },
        { id: "sql", label: "SQL", panel: this.#sql.element },
        { id: "back", label: "Way back", panel: this.#back },
        { id: "picture", label: "Picture", panel: this.#picture.element },
        { id: "prove", label: "Prove it", panel: this.#prove.element },
        { id: "export", label: "Export", panel: this.#export.element },
      ],
      () => this.#fill(),
    );
    this.#proveButton = h(
      "button",
      {
        type: "button",
        class: "button primary",
        onclick: () => {
          this.#tabs.choose("prove");
          void this.#prove.run();
        },
      },
      icon("play"),
      "Prove it on PostgreSQL",
    );
    root.append(
      this.#head,
      this.#tabs.list,
      this.#changes,
      this.#sql.element,
      this.#back,
      this.#picture.element,
      this.#prove.element,
      this.#export.element,
    );
    this.#head.append(
      h(
        "div",
        { class: "verdict" },
        h("div", { class: "verdict-words" }, h("h2", {}, "Loading"), h("p", {}, "The engine is on its way.")),
      ),
    );
  }

  get tab(): TabId {
    return this.#tabs.current;
  }

  choose(tab: string): void {
    const known = TAB_IDS.find((id) => id === tab);
    if (known) this.#tabs.choose(known);
  }

  show(planned: Planned): void {
    this.#planned = planned;
    this.#fresh.clear();
    const count = planned.plan ? told(planned.plan).length : 0;
    this.#head.replaceChildren(verdict(planned.plan, planned.diagnostics, this.#proveButton));
    this.#tabs.badge("changes", count > 0 ? count.toLocaleString("en") : "");
    this.#prove.possible(planned.plan !== null);
    this.#fill();
  }

  /** Something was changed; the plan for it is on its way. */
  changed(): void {
    this.#prove.outdated();
  }

  broken(message: string): void {
    this.#head.replaceChildren(
      h(
        "div",
        { class: "verdict", "data-tone": "bad" },
        h(
          "div",
          { class: "verdict-words" },
          h("h2", {}, "The engine stopped"),
          h("p", {}, `${message}. Load the page again to go on.`),
        ),
      ),
    );
  }

  busy(busy: boolean): void {
    this.#head.classList.toggle("busy", busy);
  }

  #fill(): void {
    const tab = this.#tabs.current;
    this.#root.dataset["tab"] = tab;
    if (!this.#planned || this.#fresh.has(tab)) return;
    this.#fresh.add(tab);
    void this.#fillers[tab](this.#planned);
  }

  readonly #fillers: Record<TabId, (planned: Planned) => void | Promise<void>> = {
    changes: ({ plan, diagnostics }) =>
      this.#changes.replaceChildren(
        !plan
          ? emptyState(
              "bad",
              "Nothing to plan with",
              "The editors mark what is not understood. The plan comes back as soon as both sides can be read.",
              "alert",
            )
          : plan.changes.length === 0
            ? emptyState(
                "good",
                "Nothing to do",
                "What is written differently means the same: names, types and expressions were brought to one form before they were compared.",
              )
            : changes(plan, diagnostics),
      ),
    sql: ({ plan, sql }) => this.#sql.show(plan && sql),
    back: async (planned) => {
      const { plan, sql } = await this.#hooks.engine.ask("back", {});
      if (planned !== this.#planned) return;
      this.#back.replaceChildren(
        plan && plan.changes.length > 0
          ? back(plan, sql)
          : emptyState(
              "calm",
              "No way back to show",
              plan ? "Nothing changes, so there is nothing to take back." : "There is no plan yet.",
              "swap",
            ),
      );
    },
    picture: () => this.#picture.refresh(),
    prove: () => {},
    export: () => this.#export.refresh(),
  };
}
