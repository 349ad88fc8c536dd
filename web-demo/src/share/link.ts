// The link to what is on the page: made on request, read when the page opens or its address changes.
import { toast } from "../ui/toast.ts";
import { decode, encode, type Shared } from "./encode.ts";

/** Longer links are cut off by what people send them with. */
const LONG = 60_000;

/** Puts the state into the address and on the clipboard. */
export async function share(state: Shared): Promise<void> {
  const hash = await encode(state);
  history.replaceState(null, "", `#${hash}`);
  const warning = hash.length > LONG ? ". It is long: some programs cut such links off" : "";
  try {
    await navigator.clipboard.writeText(location.href);
    toast(`Link copied${warning}`);
  } catch {
    toast(`The link is in the address bar${warning}`);
  }
}

/** What the address carries now. */
export function shared(): Promise<Shared | null> {
  return decode(location.hash);
}
