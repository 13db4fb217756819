// Between the pages and the network: the last state of every gathering that was visited, and what pages are made of.
// Nothing is answered from here while there is reception; the server's answers are always the newer ones.

// The server writes its edition in here, so that this file is another one with every change of what it keeps.
const edition = '{{edition}}';
const shell = '{{assets}}'.split(' ');
const partsName = `parts-${edition}`;
const pagesName = 'pages';
const patience = 4000;
const pagesMax = 60;
const linksMax = 8;

addEventListener('install', (event) => {
  event.waitUntil(caches.open(partsName).then((parts) => parts.addAll(shell)).then(() => skipWaiting()));
});

addEventListener('activate', (event) => {
  event.waitUntil(tidy().then(() => clients.claim()));
});

addEventListener('fetch', (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== 'GET' || address.origin !== location.origin) return;
  if (address.pathname.startsWith('/assets/')) event.respondWith(part(request, address));
  else if (request.mode === 'navigate' || isReread(request)) event.respondWith(page(request, address));
});

// A page that is fetched by a page, to be shown in its place.
const isReread = (request) => request.destination === '' && request.headers.get('Accept') === 'text/html';

async function tidy() {
  for (const name of await caches.keys()) if (name !== partsName && name !== pagesName) await caches.delete(name);
}

// Styles and scripts never change under their address. A page of an earlier edition gets today's, rather than none.
async function part(request, address) {
  const parts = await caches.open(partsName);
  const kept = await parts.match(request);
  if (kept) return kept;
  try {
    const answer = await fetch(request);
    if (answer.ok && address.pathname.startsWith(`/assets/${edition}/`)) await parts.put(request, answer.clone()).catch(() => {});
    return answer;
  } catch (error) {
    const today = await parts.match(address.pathname.replace(/^\/assets\/[^/]+/, `/assets/${edition}`));
    if (today) return today;
    throw error;
  }
}

async function page(request, address) {
  const pages = await caches.open(pagesName);
  const key = address.pathname;
  try {
    const kept = await pages.match(key);
    const answer = await (kept ? soon(fetch(request)) : fetch(request));
    // Another page may be at it as well: that is no reason to show something old.
    if (await isOver(pages, answer, address).catch(() => false)) await forget(pages, address).catch(() => {});
    if (answer.redirected || !mayKeep(address)) return answer;
    // A full device keeps nothing more, and shows what came.
    if (answer.ok) await keep(pages, key, answer.clone()).catch(() => {});
    // Gone, or not for this device any more: nor is what was kept of it.
    else if (answer.status < 500 && answer.status !== 429) await pages.delete(key);
    return answer;
  } catch {
    const kept = await pages.match(key);
    if (kept) return aged(kept);
    return request.mode === 'navigate' ? nothingKept(pages, address) : Response.error();
  }
}

// The gathering is deleted, or whoever had a seat in it has none any more: nothing of it stays on this device.
async function isOver(pages, { ok, headers }, address) {
  if (headers.get('Tafelrunde-Outbox') === 'gone') return true;
  if (!ok || headers.get('Tafelrunde-Seat') || !headers.get('Content-Type')?.startsWith('text/html')) return false;
  for (const request of await keptOf(pages, address)) {
    if ((await pages.match(request))?.headers.get('Tafelrunde-Seat')) return true;
  }
  return false;
}

async function forget(pages, address) {
  for (const request of await keptOf(pages, address)) await pages.delete(request);
}

async function keptOf(pages, address) {
  return (await pages.keys()).filter((request) => gatheringOf(new URL(request.url)) === gatheringOf(address));
}

const gatheringOf = ({ pathname }) => pathname.split('/').slice(0, 3).join('/');

// Where something older is at hand nobody waits long for a network that swallows everything.
function soon(answer) {
  return Promise.race([answer, new Promise((_, reject) => { setTimeout(reject, patience); })]);
}

// A gathering's pages as its people see them; what is for moderators, or shows a code, is not left lying about.
function mayKeep({ pathname, searchParams }) {
  const [, start, , section] = pathname.split('/');
  return start === 'g' && !searchParams.has('left') && !['console', 'projector', 'print', 'profile', 'return', 'live', 'me'].includes(section);
}

async function keep(pages, key, answer) {
  if (!answer.headers.get('Content-Type')?.startsWith('text/html')) return;
  const headers = new Headers({ 'Content-Type': answer.headers.get('Content-Type'), 'Kept-At': String(Date.now()) });
  if (answer.headers.get('Tafelrunde-Seat')) headers.set('Tafelrunde-Seat', '1');
  headers.set('Content-Security-Policy', answer.headers.get('Content-Security-Policy') ?? "default-src 'none'");
  await pages.put(key, new Response(await answer.text(), { headers }));
  const keys = await pages.keys();
  for (const old of keys.slice(0, Math.max(0, keys.length - pagesMax))) await pages.delete(old);
}

// The page says how old it is.
async function aged(kept) {
  const html = await kept.text();
  const at = kept.headers.get('Kept-At');
  return new Response(html.replace('<body ', `<body data-kept="${at}" `), { headers: kept.headers });
}

async function nothingKept(pages, address) {
  const gathering = gatheringOf(address);
  const keys = (await pages.keys()).map((request) => new URL(request.url).pathname);
  const there = keys.filter((key) => key === gathering || key.startsWith(`${gathering}/`));
  const parts = await caches.open(partsName);
  const empty = await parts.match('/offline');
  const html = await empty.text();
  const lines = (there.length ? there : keys).slice(-linksMax).map(async (key) => {
    // Words of a page, escaped as they stand in it.
    const [, title] = /<title>([^<]*)<\/title>/.exec(await (await pages.match(key)).text()) ?? [];
    return `<li><a href="${key}">${title ?? key}</a></li>`;
  });
  const links = (await Promise.all(lines)).join('');
  return new Response(html.replace('<!--kept-->', links), { status: 503, headers: empty.headers });
}
