// Build time: gives the service worker the list of files that make up the page, so that it works without a network.
// PostgreSQL (@electric-sql/pglite) is not among them: it is kept when somebody has asked for it.
import type { Plugin } from "vite";

const MARK = '"%PRECACHE%"';

/** Whether a file belongs to the page as it opens. */
export function isPartOfThePage(name: string): boolean {
  return !name.endsWith(".map") && name !== "sw.js" && !/pglite|initdb|prove|\.tar\.gz$/.test(name);
}

export function precache(): Plugin {
  return {
    name: "precache",
    apply: "build",
    enforce: "post",
    generateBundle(_options, bundle) {
      const sw = bundle["sw.js"];
      if (sw?.type !== "chunk") return;
      const files = Object.keys(bundle).filter(isPartOfThePage).sort();
      sw.code = sw.code.replace(MARK, JSON.stringify(["./", ...files.map((file) => `./${file}`)]));
    },
  };
}
