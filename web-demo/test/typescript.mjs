// Lets Node's test runner read TypeScript: node --import ./test/typescript.mjs --test ...
// Newer versions of Node do that by themselves, the oldest supported one does not.
import { register } from "node:module";

register("./typescript-hooks.mjs", import.meta.url);
