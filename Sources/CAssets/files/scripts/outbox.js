// What somebody did on this device, kept until the server has said yes or no. It knows no page: the worker that holds
// the stream sends it as well.

const storeName = 'acts';
const patience = 15_000;
// Larger bodies do not outlive their page.
const keepaliveMax = 60_000;
const lockName = 'tafelrunde-outbox';

const hearers = new Set();
const others = globalThis.BroadcastChannel ? new BroadcastChannel(lockName) : null;
others?.addEventListener('message', ({ data }) => tellHere(data));

let opened = null;
// What the device has no room for, or may not keep, lives as long as the page; it is newer than what is kept.
const memory = new Map();

// What changed: `{kind: 'changed'}`, `{kind: 'settled', entry, isTaken, location}`, or `{kind: 'gone', gathering}`.
export function hear(tell) { hearers.add(tell); }

function tellHere(news) { for (const tell of hearers) tell(news); }

function tell(news) {
  tellHere(news);
  others?.postMessage(news);
}

// An act by its key: a later one of the same key takes its place, for only the last of them counts.
//
// `entry`: key, gathering, action, body, act, page, label. `isDraft`: its page sends it as well. `heldUntil`: until then
// its page may still change it.
export async function keep(entry) {
  const order = Math.max(Date.now(), ...(await all()).map((one) => one.order + 1));
  await write(fresh(entry, order));
  tell({ kind: 'changed' });
}

// Whoever sends it, what comes back is to be in the language of its page.
const fresh = (entry, order) => (
  { ...entry, order, at: Date.now(), verdict: null, tries: 0, language: globalThis.document?.documentElement.lang });

// For a page that goes: there is no time to look anything up before.
let lastOrder = 0;

export async function keepAtOnce(entry) {
  lastOrder = Math.max(Date.now(), lastOrder + 1);
  await write(fresh(entry, lastOrder));
  tell({ kind: 'changed' });
}

// Oldest first.
export async function all() {
  const store = await open();
  const kept = store ? await ask(store, 'readonly', (acts) => acts.getAll()) : [];
  const entries = [...kept.filter(({ key }) => !memory.has(key)), ...memory.values()];
  return entries.sort((one, other) => one.order - other.order);
}

export const waiting = async () => (await all()).filter((entry) => !entry.verdict);

// Forgotten, unless something newer stands under its key.
export async function drop(key, act) {
  if (memory.has(key) && memory.get(key).act !== act) return;
  memory.delete(key);
  const store = await open();
  if (store) await ask(store, 'readwrite', (acts) => ifStill(acts, key, act, () => acts.delete(key)));
  tell({ kind: 'changed' });
}

// Its page will not change it any more.
export async function release(entry) {
  await write({ ...entry, heldUntil: 0 }, entry.act);
}

// All of a gathering.
export async function forget(gathering) {
  for (const { key, act, gathering: its } of await all()) if (its === gathering) await drop(key, act);
}

let running = null;
let isAskedAgain = false;

// Sends what waits, oldest first, and stops where nobody answers.
//
// Returns whether nothing waits any more.
export function flush() {
  isAskedAgain = true;
  running ??= sendUntilNobodyAsks().catch(() => false).finally(() => { running = null; });
  return running;
}

// What was kept while the last act was on its way goes out as well.
async function sendUntilNobodyAsks() {
  let isEmpty = false;
  while (isAskedAgain) {
    isAskedAgain = false;
    isEmpty = await alone(sendAll);
  }
  return isEmpty;
}

// Two pages that send the same act do no harm, but cost twice.
const alone = (work) => (globalThis.navigator?.locks ? navigator.locks.request(lockName, work) : work());

async function sendAll() {
  for (;;) {
    const open = await waiting();
    const next = open.find(({ heldUntil = 0 }) => heldUntil <= Date.now());
    if (!next) return open.length === 0;
    next.tries += 1;
    await write(next, next.act);
    const answer = await send(next);
    if (!answer) return false;
    await settle(next, answer);
  }
}

async function send({ action, body, language }) {
  const answer = await fetch(action, {
    method: 'POST', body, redirect: 'error', keepalive: body.length < keepaliveMax, signal: AbortSignal.timeout(patience),
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded', 'Tafelrunde-Outbox': '1', ...(language && { 'Accept-Language': language }),
    },
  }).catch(() => null);
  // Whoever answers without this header is no server of ours: a hotel's network that wants a room number first.
  const verdict = answer?.headers.get('Tafelrunde-Outbox');
  if (!verdict || answer.status >= 500 || answer.status === 429) return null;
  if (verdict === 'gone') return { isGone: true };
  if (verdict === 'taken') return { isTaken: true, location: answer.headers.get('Location') ?? '' };
  const page = await answer.text().catch(() => null);
  return page === null ? null : { isTaken: false, isSaid: verdict === 'said', page, status: answer.status };
}

async function settle(entry, { isTaken, isSaid, isGone, location, page, status }) {
  // There is no such gathering any more, and nothing that its pages could say.
  if (isGone) {
    await forget(entry.gathering);
    return tell({ kind: 'gone', gathering: entry.gathering });
  }
  const now = await find(entry.key);
  // Changed meanwhile: the newer one is sent next, and what the older one met is nobody's news.
  if (now?.act === entry.act) {
    // What can be said once only, and was: the first answer got lost.
    const isDone = isTaken || isSaid;
    if (isDone) await drop(entry.key, entry.act);
    else await write({ ...entry, verdict: { page, status } }, entry.act);
    tell({ kind: 'settled', entry, isTaken: Boolean(isDone), location: location ?? '' });
  }
  tell({ kind: 'changed' });
}

async function find(key) {
  if (memory.has(key)) return memory.get(key);
  const store = await open();
  return store ? ask(store, 'readonly', (acts) => acts.get(key)) : undefined;
}

// `act`: only while this one still stands there.
async function write(entry, act) {
  if (act && memory.has(entry.key)) return remember(entry, act);
  const store = await open();
  if (!store) return remember(entry, act);
  try {
    await ask(store, 'readwrite', (acts) => {
      if (!act) return putAtOnce(acts, entry);
      return ifStill(acts, entry.key, act, () => acts.put(entry));
    });
    if (!act) memory.delete(entry.key);
  } catch {
    await remember(entry, act);
  }
}

// Left to end by itself, a change is undone when its page goes before it was told that it succeeded.
function putAtOnce(acts, entry) {
  const request = acts.put(entry);
  acts.transaction.commit?.();
  return request;
}

// In one step: between two looks another page may have kept something newer under the same key.
function ifStill(acts, key, act, change) {
  const found = acts.get(key);
  found.onsuccess = () => { if (found.result?.act === act) change(); };
  return found;
}

async function remember(entry, act) {
  if (!act || (await find(entry.key))?.act === act) memory.set(entry.key, entry);
}

function open() {
  opened ??= new Promise((resolve) => {
    let request;
    try { request = indexedDB.open('tafelrunde', 1); } catch { resolve(null); return; }
    request.onupgradeneeded = () => request.result.createObjectStore(storeName, { keyPath: 'key' });
    request.onsuccess = () => {
      request.result.onversionchange = () => { request.result.close(); opened = null; };
      // Phones let go of it behind a page that sleeps.
      request.result.onclose = () => { opened = null; };
      resolve(request.result);
    };
    request.onerror = () => resolve(null);
    request.onblocked = () => resolve(null);
  });
  return opened;
}

function ask(store, mode, use) {
  return new Promise((resolve, reject) => {
    const transaction = store.transaction(storeName, mode);
    const request = use(transaction.objectStore(storeName));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}
