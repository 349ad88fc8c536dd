// The whole state of the page in the part of a link that never goes to a server: what follows the #.
// Compressed by the browser itself. Pure but for the streams, which Node has as well.

/** What a link carries. */
export interface Shared {
  current: string;
  desired: string;
  online: boolean;
  tab: string;
}

/** What stands before the data, so that a later form can be told from this one. */
const FORM = "s1=";

export async function encode(state: Shared): Promise<string> {
  const bytes = new TextEncoder().encode(
    JSON.stringify([state.current, state.desired, state.online ? 1 : 0, state.tab]),
  );
  const packed = await through(bytes, new CompressionStream("deflate-raw"));
  return FORM + base64url(packed);
}

/** What a link carries; null where it is none of ours or was cut off on its way. */
export async function decode(hash: string): Promise<Shared | null> {
  const text = hash.replace(/^#/, "");
  if (!text.startsWith(FORM)) return null;
  try {
    const bytes = await through(fromBase64url(text.slice(FORM.length)), new DecompressionStream("deflate-raw"));
    return shared(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return null;
  }
}

function shared(value: unknown): Shared | null {
  if (!Array.isArray(value)) return null;
  const [current, desired, online, tab] = value as unknown[];
  if (typeof current !== "string" || typeof desired !== "string" || typeof tab !== "string") return null;
  return { current, desired, online: online === 1, tab };
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}

function base64url(bytes: Uint8Array): string {
  let binary = "";
  // In parts: as arguments of one call, a large text is too many.
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
}
