// The service worker: the page and what it needs come from the cache, so that it opens without a network.
// All files but the page itself carry a hash of their content in their names, so what is cached is never stale.

/** The types of a page know no service worker. */
const worker = self as unknown as ServiceWorkerGlobalScope;

/** Filled in by the build (precache.ts). */
const FILES = "%PRECACHE%" as unknown as string[];
const CACHE = "schemasync-playground";

worker.addEventListener("install", (event) => {
  event.waitUntil(install());
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(forgetOldFiles().then(() => worker.clients.claim()));
});

worker.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== worker.location.origin) return;
  event.respondWith(event.request.mode === "navigate" ? page(event.request) : file(event.request));
});

async function install(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll(FILES);
  await worker.skipWaiting();
}

/** What an earlier build left behind goes, apart from PostgreSQL, which is large and keeps its name between builds. */
async function forgetOldFiles(): Promise<void> {
  const cache = await caches.open(CACHE);
  const wanted = new Set(FILES.map((file) => new URL(file, worker.location.href).href));
  const requests = await cache.keys();
  const old = requests.filter(({ url }) => !wanted.has(url) && !/pglite|initdb/.test(url));
  await Promise.all(old.map((request) => cache.delete(request)));
}

/** The newest page where there is a network, else the one that is kept. */
async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match("./", { ignoreVary: true })) ?? Response.error();
  }
}

async function file(request: Request): Promise<Response> {
  // A file is the same whoever asks and however: what a server says of its variants does not matter.
  const kept = await caches.match(request, { ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) {
    const copy = response.clone();
    const cache = await caches.open(CACHE);
    await cache.put(request, copy);
  }
  return response;
}
