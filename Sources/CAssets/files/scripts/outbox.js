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
// Where the browser keeps nothing the acts live as long as the page.
const memory = new Map();

// What changed: `{kind: 'changed'}`, or `{kind: 'settled', entry, isTaken, location}`.
export function hear(tell) { hearers.add(tell); }

function tellHere(news) { for (const tell of hearers) tell(news); }

function tell(news) {
  tellHere(news);
  others?.postMessage(news);
}

// An act by its key: a later one of the same key takes its place, for only the last of them counts.
//
// `entry`: key, gathering, action, body, act, page, label. `isDraft`: its page goes on changing it, and sends it as well.
export async function keep(entry) {
  const order = Math.max(Date.now(), ...(await all()).map((one) => one.order + 1));
  await write({ ...entry, order, at: Date.now(), verdict: null, tries: 0 });
  tell({ kind: 'changed' });
}

// For a page that goes: there is no time to look anything up before.
export async function keepAtOnce(entry) {
  await write({ ...entry, order: Date.now(), at: Date.now(), verdict: null, tries: 0 });
  tell({ kind: 'changed' });
}

// Oldest first.
export async function all() {
  const store = await open();
  const entries = store ? await ask(store, 'readonly', (acts) => acts.getAll()) : [...memory.values()];
  return entries.sort((one, other) => one.order - other.order);
}

export const waiting = async () => (await all()).filter((entry) => !entry.verdict);

// Forgotten, unless something newer stands under its key.
export async function drop(key, act) {
  if ((await find(key))?.act !== act) return;
  const store = await open();
  if (store) await ask(store, 'readwrite', (acts) => acts.delete(key));
  else memory.delete(key);
  tell({ kind: 'changed' });
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
    const [next] = await waiting();
    if (!next) return true;
    next.tries += 1;
    await write(next, next.act);
    const answer = await send(next);
    if (!answer) return false;
    await settle(next, answer);
  }
}

async function send({ action, body }) {
  const answer = await fetch(action, {
    method: 'POST', body, redirect: 'error', keepalive: body.length < keepaliveMax, signal: AbortSignal.timeout(patience),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Tafelrunde-Outbox': '1' },
  }).catch(() => null);
  // Whoever answers without this header is no server of ours: a hotel's network that wants a room number first.
  const verdict = answer?.headers.get('Tafelrunde-Outbox');
  if (!verdict || answer.status >= 500 || answer.status === 429) return null;
  if (verdict === 'taken') return { isTaken: true, location: answer.headers.get('Location') ?? '' };
  const page = await answer.text().catch(() => null);
  return page === null ? null : { isTaken: false, isSaid: verdict === 'said', page, status: answer.status };
}

async function settle(entry, { isTaken, isSaid, location, page, status }) {
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
  const store = await open();
  return store ? ask(store, 'readonly', (acts) => acts.get(key)) : memory.get(key);
}

// `act`: only while this one still stands there.
async function write(entry, act) {
  const store = await open();
  if (!store) {
    if (!act || memory.get(entry.key)?.act === act) memory.set(entry.key, entry);
    return;
  }
  await ask(store, 'readwrite', (acts) => {
    if (!act) return acts.put(entry);
    const found = acts.get(entry.key);
    found.onsuccess = () => { if (found.result?.act === act) acts.put(entry); };
    return found;
  });
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
