// How the page is built: relative addresses, so that it can be put in any folder of any server.
import { defineConfig } from "vite";
import { precache } from "./src/offline/precache.ts";

export default defineConfig({
  base: "./",
  // The package stands beside the page: what it imports is looked for here.
  resolve: { preserveSymlinks: true },
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: { index: "index.html", sw: "src/offline/sw.ts" },
      output: { entryFileNames: (chunk) => (chunk.name === "sw" ? "sw.js" : "assets/[name]-[hash].js") },
    },
  },
  // The engine's worker is one file; what is in several is the proof's, which is fetched when it is asked for.
  worker: { format: "es", rolldownOptions: { output: { chunkFileNames: "assets/prove/[name]-[hash].js" } } },
  // Both find their wasm beside their own file, which a pre-bundled copy would not.
  optimizeDeps: { exclude: ["@electric-sql/pglite", "schemasync"] },
  plugins: [precache()],
});
