// "Paste a catalog": the read-only query that anybody with access can run, and a place for what it gives.
import { h } from "../ui/dom.ts";
import { icon } from "../ui/icons.ts";
import { copy, download } from "../ui/toast.ts";

const VERSIONS = [18, 17, 16, 15, 14, 13, 12];

export interface CatalogHooks {
  query(serverVersion: number): Promise<string>;
  /** Takes the document; gives back what is wrong with it, or null when it went into the editor. */
  take(json: string): Promise<string | null>;
}

export class CatalogDialog {
  readonly #dialog: HTMLDialogElement;
  readonly #hooks: CatalogHooks;
  readonly #query = h("pre", { class: "snippet", tabindex: "0", "aria-label": "The query" });
  readonly #text: HTMLTextAreaElement;
  readonly #error = h("p", { class: "dialog-error", role: "alert" });
  readonly #version: HTMLSelectElement;

  constructor(hooks: CatalogHooks) {
    this.#hooks = hooks;
    this.#version = h(
      "select",
      { "aria-label": "Version of the server", onchange: () => void this.#show() },
      ...VERSIONS.map((version) => h("option", { value: String(version) }, `PostgreSQL ${version}`)),
    );
    this.#text = h("textarea", {
      rows: "5",
      "aria-label": "The result of the query",
      placeholder: '{"format":"schemasync-catalog", …}',
      spellcheck: "false",
    });
    this.#dialog = h(
      "dialog",
      { "aria-labelledby": "catalog-title" },
      h(
        "div",
        { class: "dialog-head" },
        h("h2", { id: "catalog-title" }, "Paste a catalog"),
        h(
          "button",
          { type: "button", class: "button quiet square", "aria-label": "Close", onclick: () => this.#dialog.close() },
          icon("cross"),
        ),
      ),
      h(
        "div",
        { class: "dialog-body" },
        h(
          "p",
          {},
          "Compare with a database that this page cannot reach. The query only reads the catalog: names and definitions, no rows. Its result is one JSON document, which stays in this page.",
        ),
        h(
          "ol",
          { class: "numbered" },
          h(
            "li",
            {},
            h("h3", {}, "Choose the server's version and copy the query"),
            h(
              "div",
              { class: "row" },
              h("span", { class: "select" }, this.#version, icon("chevron")),
              h(
                "button",
                { type: "button", class: "button", onclick: () => copy(this.#query.textContent ?? "", "The query") },
                icon("copy"),
                "Copy the query",
              ),
              h(
                "button",
                {
                  type: "button",
                  class: "button",
                  onclick: () => download("catalog-query.sql", this.#query.textContent ?? ""),
                },
                icon("download"),
                "Save",
              ),
            ),
            this.#query,
          ),
          h(
            "li",
            {},
            h("h3", {}, "Run it where the database can be reached"),
            h("pre", { class: "snippet", tabindex: "0" }, "psql -XqAt -f catalog-query.sql mydb > mydb.json"),
          ),
          h(
            "li",
            {},
            h("h3", {}, "Paste the result"),
            this.#text,
            this.#error,
            h(
              "div",
              { class: "row" },
              h(
                "button",
                { type: "button", class: "button primary", onclick: () => void this.#take() },
                "Use it as the current schema",
              ),
            ),
          ),
        ),
      ),
    );
    document.body.append(this.#dialog);
    this.#dialog.addEventListener("click", (event) => event.target === this.#dialog && this.#dialog.close());
  }

  async open(): Promise<void> {
    this.#error.textContent = "";
    this.#dialog.showModal();
    await this.#show();
  }

  async #show(): Promise<void> {
    this.#query.textContent = await this.#hooks.query(Number(this.#version.value));
  }

  async #take(): Promise<void> {
    const json = this.#text.value.trim();
    this.#error.textContent =
      json === "" ? "Paste the result of the query first." : ((await this.#hooks.take(json)) ?? "");
    if (this.#error.textContent !== "") return;
    this.#text.value = "";
    this.#dialog.close();
  }
}
