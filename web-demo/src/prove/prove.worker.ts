// The worker of the proof: it ends with the proof, and takes PostgreSQL's memory along.
import { init } from "schemasync";
import type { Ask, Event } from "./protocol.ts";
import { prove } from "./run.ts";

const say = (event: Event) => self.postMessage(event);

self.onmessage = async ({ data }: MessageEvent<Ask>) => {
  try {
    await init();
    await prove(data, say);
  } catch (error) {
    say({
      type: "failed",
      stage: "start",
      message: `The proof could not start: ${String((error as Error)?.message ?? error)}`,
    });
  }
};
