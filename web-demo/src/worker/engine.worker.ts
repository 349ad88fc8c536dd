// The engine, away from the page, so that typing never waits for it. What is typed while it computes makes the
// rest of the work void: between two pieces of work it listens, and begins anew where there is news.
import { init, version } from "schemasync";
import { Session } from "./session.ts";
import type { FromWorker, ToWorker } from "./protocol.ts";

const say = (message: FromWorker) => self.postMessage(message);
const session = new Session(say);
const early: ToWorker[] = [];
let ready = false;

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if (ready) session.hear(data);
  else early.push(data);
};

try {
  await init();
  ready = true;
  say({ type: "ready", version: version() });
  early.forEach((message) => session.hear(message));
} catch (error) {
  say({ type: "broken", message: String((error as Error)?.message ?? error) });
}
