// Opens the page of a station's staff without a link. It keeps a copy that holds nothing of anybody, and the files that
// the copy needs; of what is written down there it knows the age alone, and erases what is too old.

const NAME = 'ipzone-station-1';
const DESK = /^(\/en)?\/stations\/[^/]+\/desk$/;
// As in station-vault.js.
const LIFE = 72 * 3600 * 1000;
// Whoever waits longer for a page has no link.
const PATIENCE = 5000;

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith('ipzone-station-') && name !== NAME) await caches.delete(name);
    }
    await self.clients.claim();
    await sweep();
  })());
});

self.addEventListener('message', (event) => {
  const { page, shell, files } = event.data;
  event.waitUntil(keep(page, shell, files).then(
    () => event.source?.postMessage({ kept: true }), () => event.source?.postMessage({ kept: false })));
});

// Asked for without cookies: the copy is that of somebody who is not signed in. Nothing of the copy before is let go
// until all of this one is here.
async function keep(page, shell, files) {
  const store = await caches.open(NAME);
  const answer = await whole(shell, { credentials: 'omit', cache: 'no-store' });
  if (answer.redirected) throw new Error('no copy');
  const fresh = [];
  for (const file of files) {
    if (!isStamped(file) || !await store.match(file)) fresh.push([file, await whole(file, { cache: 'no-cache' })]);
  }
  for (const [file, found] of fresh) await store.put(file, found);
  await store.put(page, answer);
  const known = new Set(files);
  for (const request of await store.keys()) {
    const path = new URL(request.url).pathname;
    if (path.startsWith('/assets/') && !known.has(request.url)) await store.delete(request);
  }
}

// To its last byte: an answer that breaks off is none.
async function whole(address, how) {
  const answer = await fetch(address, { ...how, signal: AbortSignal.timeout(3 * PATIENCE) });
  if (!answer.ok) throw new Error('no copy');
  await answer.clone().arrayBuffer();
  return answer;
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== 'GET' || address.origin !== location.origin) return;
  if (request.mode === 'navigate') event.waitUntil(sweep());
  if (request.mode === 'navigate' && DESK.test(address.pathname)) event.respondWith(desk(request, address.pathname));
  if (address.pathname.startsWith('/assets/')) event.respondWith(file(request));
});

async function desk(request, page) {
  const copy = async () => (await caches.open(NAME)).match(page);
  try {
    const late = new Promise((_, refuse) => { setTimeout(() => refuse(new Error('no answer')), PATIENCE); });
    const answer = await Promise.race([fetch(request), late]);
    return (answer.status >= 502 && answer.status <= 504 && await copy()) || answer;
  } catch (error) {
    const found = await copy();
    if (found) return found;
    throw error;
  }
}

// What carries its stamp never changes; all else is asked for first.
async function file(request) {
  const store = await caches.open(NAME);
  if (isStamped(request.url)) return (await store.match(request)) ?? fetch(request);
  try {
    return await fetch(request);
  } catch (error) {
    const copy = await store.match(request);
    if (copy) return copy;
    throw error;
  }
}

function isStamped(address) { return new URL(address).searchParams.has('v'); }

// Erases entries that are too old while nobody has the page open, and notes how many for whoever wrote them.
async function sweep() {
  const request = indexedDB.open('ipzone-station', 1);
  // Nothing was ever written down here; the page makes the tables.
  request.onupgradeneeded = () => request.transaction.abort();
  const store = await new Promise((resolve) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => resolve(null);
  });
  if (!store) return;
  const work = store.transaction(['entries', 'queues'], 'readwrite');
  const queues = work.objectStore('queues');
  const erased = new Map();
  work.objectStore('entries').openCursor().onsuccess = ({ target }) => {
    const cursor = target.result;
    if (!cursor) return note(queues, erased);
    const { at, login, station } = cursor.value;
    if (Date.now() - at >= LIFE) {
      const owner = `erased|${login}|${station}`;
      erased.set(owner, (erased.get(owner) ?? 0) + 1);
      cursor.delete();
    }
    cursor.continue();
  };
  await new Promise((resolve) => { work.oncomplete = work.onabort = resolve; });
  store.close();
}

function note(queues, erased) {
  for (const [owner, count] of erased) {
    queues.get(owner).onsuccess = ({ target }) => queues.put({ owner, count: count + (target.result?.count ?? 0) });
  }
}
