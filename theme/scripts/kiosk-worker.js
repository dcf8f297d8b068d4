/**
 * Keeps the kiosk at hand when there is no network. The build puts a line before it, which sets `KIOSK`: what to keep,
 * and a version that changes with it.
 *
 * What is kept is always one whole build, in all its languages. A page comes from the network where that answers soon,
 * else from what is kept. A new worker waits until the page says that nobody is using the screen.
 */

/** @type {any} */
const worker = self;
/** @type {{version: string, files: string[]}} */
const { version, files } = worker.KIOSK;

const SOON = 4000; // milliseconds
const OURS = `kiosk ${worker.registration.scope} `; // an origin can hold several sites
const NAME = OURS + version;
const HOME = new URL(worker.registration.scope);
const PAGES = new Set(files.filter((file) => file.endsWith("/")).map((file) => new URL(file, HOME).pathname));

worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(keep()));
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(takeOver()));
worker.addEventListener("message", (/** @type {any} */ { data }) => {
  if (data === "take over") worker.skipWaiting();
});
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== HOME.origin) return;
  if (mode !== "navigate") event.respondWith(kept(event.request));
  else if (PAGES.has(pathname)) event.respondWith(page(event.request, pathname));
});

async function keep() {
  const cache = await caches.open(NAME);
  await cache.addAll(files.map((file) => new Request(file, { cache: "reload" })));
}

async function takeOver() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== NAME).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** @param {Request} request @param {string} path that it is kept by @returns {Promise<Response>} */
async function page(request, path) {
  const patience = new AbortController();
  const waiting = setTimeout(() => patience.abort(), SOON);
  try {
    const answer = await fetch(request, { signal: patience.signal });
    if (answer.ok) return answer; // and not the door of a café's Wi-Fi
  } catch {
    // no network, or one that is as good as none
  } finally {
    clearTimeout(waiting);
  }
  return (await caches.match(new URL(path, HOME).href, { cacheName: NAME })) ?? fetch(request);
}

/** @param {Request} request @returns {Promise<Response>} a file whose address ends in its version never changes */
async function kept(request) {
  return (await caches.match(request, { cacheName: NAME })) ?? fetch(request);
}
