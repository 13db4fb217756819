// Follows the gathering: one frame carries all that changed, numbers as numbers, cards as small fragments.
import { drawSeats } from './seats.js';
import { setServerTime } from './timer.js';

const body = document.body;
// Only the server's own fragments become elements; nothing else on the page may write HTML.
const policy = globalThis.trustedTypes?.createPolicy('tafelrunde', { createHTML: (html) => html })
  ?? { createHTML: (html) => html };
// What this page did itself shows here already.
export const ownActs = new Set();
// What a keyboard reaches, in its order.
export const reachable = 'a[href], button, input:not([type="hidden"]), textarea, select, summary, [tabindex="0"]';
const silenceMax = 25_000; // the server's heartbeat comes every ten seconds

let position = body.dataset.position ?? '';
let heardAt = Date.now();
let source;
let wait = 1000;
const told = new Map();

function connect() {
  source?.close();
  const address = new URL(body.dataset.live, location.href);
  if (position) address.searchParams.set('after', position);
  address.searchParams.set('page', location.pathname);
  source = new EventSource(address);
  source.onopen = () => { wait = 1000; heard(); };
  source.onmessage = (event) => { heard(); apply(JSON.parse(event.data), event.lastEventId); };
  source.addEventListener('mine', (event) => { heard(); if (!ownActs.delete(event.data)) freshenSoon(); });
  source.addEventListener('heartbeat', (event) => { heard(); if (event.data) setServerTime(Number(event.data)); });
  source.onerror = () => {
    if (source.readyState !== EventSource.CLOSED) return;
    setTimeout(connect, wait);
    wait = Math.min(wait * 2, 30_000);
  };
}

function heard() {
  heardAt = Date.now();
  badge(true);
  document.dispatchEvent(new CustomEvent('tafelrunde:heard'));
}

// The badge follows the stream: navigator.onLine stays true in a cellar.
function badge(connected) {
  const age = document.getElementById('age');
  if (!age) return;
  age.hidden = connected;
  document.getElementById('offline')?.toggleAttribute('hidden', connected);
  document.getElementById('header-note')?.toggleAttribute('hidden', !connected);
  if (connected) {
    const now = new Date();
    const time = document.getElementById('age-time');
    time.textContent = `${now.getHours()}:${String(now.getMinutes()).padStart(2, '0')}`;
  }
}

function apply(frame, id) {
  if (frame.reload) return location.reload();
  position = frame.position ?? (id || position);
  if (frame.time) setServerTime(frame.time);
  for (const [id, html] of Object.entries(frame.fragments ?? {})) replace(id, html);
  for (const [topic, numbers] of Object.entries(frame.numbers ?? {})) {
    for (const [id, number] of Object.entries(numbers)) {
      told.set(`${topic}/${id}`, number);
      count(`${topic}/${id}`, number);
    }
  }
  if (frame.stamps?.page && body.classList.contains('phone')) freshenSoon();
  document.dispatchEvent(new CustomEvent('tafelrunde:frame', { detail: frame }));
}

// A tap on what is exchanged before the finger lifts would be lost: the page waits for it.
const liftMs = 300;
let isPressed = false;
let lift = null;
addEventListener('pointerdown', () => {
  clearTimeout(lift);
  isPressed = true;
}, true);
for (const name of ['pointerup', 'pointercancel']) {
  addEventListener(name, () => {
    clearTimeout(lift);
    lift = setTimeout(() => { isPressed = false; }, liftMs);
  }, true);
}

// The page holds the reader's own marks, so each phone fetches its own anew; not all in the same moment.
let isFreshening = false;

function freshenSoon() {
  if (isFreshening) return;
  isFreshening = true;
  setTimeout(async () => {
    isFreshening = false;
    if (isPressed) return freshenSoon();
    if (isBusy()) return;
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } }).catch(() => null);
    if (!answer?.ok || answer.redirected || isBusy()) return;
    const page = new DOMParser().parseFromString(policy.createHTML(await answer.text()), 'text/html');
    if (isPressed) return freshenSoon();
    if (isBusy()) return;
    const main = document.getElementById('content');
    const fresh = page.getElementById('content');
    if (!main || !fresh || main.innerHTML === fresh.innerHTML) return;
    const active = main.contains(document.activeElement) ? document.activeElement : null;
    const action = active?.closest('form')?.getAttribute('action');
    const turn = [...main.querySelectorAll(reachable)].indexOf(active);
    main.replaceChildren(...[...fresh.childNodes].map((node) => document.importNode(node, true)));
    // What was told last counts: numbers that are newer on the page are told next.
    for (const [name, number] of told) count(name, number);
    if (active?.id) document.getElementById(active.id)?.focus();
    else if (active) {
      const form = action && main.querySelector(`form[action="${CSS.escape(action)}"] button`);
      (form || main.querySelectorAll(reachable)[turn])?.focus();
    }
  }, Math.random() * 600);
}

// Nothing moves under somebody who types, or whose wish still waits for the network; a record that is written takes over
// by itself what others wrote.
function isBusy() {
  return document.querySelector('form[data-keep], .waiting, #consent, #writing, #record-releasing [name="seen"]') !== null
    || document.activeElement?.matches('#content input, #content textarea');
}

// What somebody is typing in, or holds the focus in, waits: nothing moves under a thumb.
function replace(id, html) {
  const element = document.getElementById(id);
  if (!element) return;
  if (element.contains(document.activeElement) && document.activeElement.matches('input, textarea')) return;
  const focused = element.contains(document.activeElement) ? document.activeElement.id : '';
  element.innerHTML = policy.createHTML(html);
  if (focused) document.getElementById(focused)?.focus();
}

export function count(name, number) {
  for (const element of document.querySelectorAll(`[data-number="${CSS.escape(name)}"]`)) element.textContent = number;
  for (const box of document.querySelectorAll(`[data-seats="${CSS.escape(name)}"]`)) {
    drawSeats(box, number, box.closest('.mine') !== null);
  }
}

if (body.dataset.live) {
  connect();
  setInterval(() => {
    if (Date.now() - heardAt < silenceMax) return;
    badge(false);
    if (source.readyState !== EventSource.CONNECTING) connect();
  }, 5000);
  document.addEventListener('visibilitychange', () => { if (!document.hidden && Date.now() - heardAt > 12_000) connect(); });
  addEventListener('pagehide', () => source?.close());
  addEventListener('pageshow', (event) => { if (event.persisted) connect(); });
}
