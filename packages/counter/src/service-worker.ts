/**
 * Keeps the page and its own files, so that it opens without a network. Answers of the API are none of its business:
 * what it does not know by its path it leaves to the browser.
 */

/** Of a service worker's global, for which the page's types have no room, what is used here. */
interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface WorkerScope {
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

const worker = globalThis as unknown as WorkerScope;

/** Both are written by the build: a hash of all files, and their paths. */
const version = '%VERSION%';
const files: readonly string[] = JSON.parse('%FILES%');

const page = '/loket';
const prefix = 'loket-';
const cacheName = prefix + version;
/** Milliseconds that the network has to bring a newer page than the one that is kept. */
const patienceMs = 3000;

const install = async () => {
  const cache = await caches.open(cacheName);
  await cache.addAll([page, ...files].map((path) => new Request(path, { cache: 'reload' })));
};

const tidy = async () => {
  for (const name of await caches.keys()) if (name.startsWith(prefix) && name !== cacheName) await caches.delete(name);
  await worker.clients.claim();
};

const kept = async (path: string): Promise<Response | undefined> => (await caches.open(cacheName)).match(path);

/** The page tells settings of the deployment, so the network goes first while it is quick. */
const openPage = async (request: Request): Promise<Response> => {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(patienceMs) });
    if (answer.ok) {
      await (await caches.open(cacheName)).put(page, answer.clone());
      return answer;
    }
    return (await kept(page)) ?? answer;
  } catch (error) {
    const found = await kept(page);
    if (!found) throw error;
    return found;
  }
};

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(tidy()));
// The page asks for it: a new build takes over only when its user says so.
worker.addEventListener('message', ({ data }) => {
  if (data === 'take over') void worker.skipWaiting();
});
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (pathname === page && request.mode === 'navigate') event.respondWith(openPage(request));
  else if (files.includes(pathname)) event.respondWith(kept(pathname).then((found) => found ?? fetch(request)));
});
