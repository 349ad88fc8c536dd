// Build time: gives the service worker the list of files that make up the page, so that it works without a network.
// PostgreSQL (@electric-sql/pglite) is not among them: it is kept when somebody has asked for it.
import { readdirSync } from "node:fs";
import type { Plugin } from "vite";

/** What stands there before; which quotes it has is the minifier's choice. */
const MARK = /(["'`])%PRECACHE%\1/;

/** Whether a file belongs to the page as it opens. Letters of other scripts are fetched, and kept, when they are shown. */
export function isPartOfThePage(name: string): boolean {
  return (
    !name.endsWith(".map") &&
    name !== "sw.js" &&
    !/pglite|initdb|prove|\.gz$|-(cyrillic|greek|vietnamese|latin)-ext|-(cyrillic|greek|vietnamese)-/.test(name)
  );
}

export function precache(): Plugin {
  let files: string[] = [];
  return {
    name: "precache",
    apply: "build",
    enforce: "post",
    configResolved({ publicDir }) {
      files = readdirSync(publicDir);
    },
    generateBundle(_options, bundle) {
      const sw = bundle["sw.js"];
      if (sw?.type !== "chunk") return;
      files = [...files, ...Object.keys(bundle).filter(isPartOfThePage)].sort();
      if (!MARK.test(sw.code)) throw new Error("the service worker has no place for the list of files");
      sw.code = sw.code.replace(MARK, JSON.stringify(["./", ...files.map((file) => `./${file}`)]));
    },
  };
}
