// Follows the gathering: one frame carries all that changed, numbers as numbers, cards as small fragments.
import { gatheringOf, ownActs, setConnected } from './acts.js';
import { follow } from './follow.js';
import { drawSeats } from './seats.js';
import { setServerTime } from './timer.js';
import { policy } from './trust.js';

const body = document.body;
// What a keyboard reaches, in its order.
export const reachable = 'a[href], button, input:not([type="hidden"]), textarea, select, summary, [tabindex="0"]';
// A connection that comes back so soon was none that somebody missed.
const lostMin = 5000;

let position = body.dataset.position ?? '';
// Whether it was made for a reader who may see names: "in" or "out".
const [, , , eyes] = position.split('-');
let losing = 0;
const told = new Map();

function hear({ kind, data, id }) {
  if (kind === 'lost') {
    losing ||= setTimeout(() => badge(false), lostMin);
    mustBeThere();
    return;
  }
  clearTimeout(losing);
  losing = 0;
  badge(true);
  if (kind === 'frame') apply(JSON.parse(data), id);
  else if (kind === 'mine') { if (!ownActs.delete(data)) freshenSoon(); }
  else if (kind === 'heartbeat' && data) setServerTime(Number(data));
  document.dispatchEvent(new CustomEvent('tafelrunde:heard'));
}

// A stream cannot say why it is refused: of a gathering that is not there any more, what lies beside it says so.
async function mustBeThere() {
  const answer = await fetch(`${gatheringOf(body.dataset.live)}/me`, { method: 'HEAD' }).catch(() => null);
  if (answer?.headers.get('Tafelrunde-Outbox') === 'gone') location.reload();
}

// The badge follows the stream: navigator.onLine stays true in a cellar.
function badge(isConnected) {
  setConnected(isConnected);
  const age = document.getElementById('age');
  if (!age) return;
  age.hidden = isConnected;
  document.getElementById('header-note')?.toggleAttribute('hidden', !isConnected);
  if (isConnected) showAge(new Date());
}

function showAge(time) {
  document.getElementById('age-time').textContent = `${time.getHours()}:${String(time.getMinutes()).padStart(2, '0')}`;
}

// Another page was asked for, by a form or a link: loaded anew now, that one would not come. What it leads to may be a file.
const leavingMax = 30_000;
let leavingUntil = 0;
let isLoading = false;
for (const name of ['submit', 'click']) {
  addEventListener(name, (event) => {
    if (!event.defaultPrevented && leads(event)) leavingUntil = Date.now() + leavingMax;
  });
}
addEventListener('pageshow', ({ persisted }) => {
  if (!persisted) return;
  leavingUntil = 0;
  isLoading = false;
});

function leads({ type, target }) {
  const link = target.closest?.('a[href]');
  return type === 'submit' || (link && !link.target && link.href.split('#')[0] !== location.href.split('#')[0]);
}

// `why` stays with the page when it comes again.
function loadAnew(why = null) {
  const mayReload = document.dispatchEvent(new CustomEvent('tafelrunde:reload', { cancelable: true }));
  if (!mayReload || Date.now() < leavingUntil || isLoading) return;
  isLoading = true;
  history.replaceState(why, '');
  location.reload();
}

// A right may go or come after a page was made and before its stream is there: nobody tells such a page but the frames. What
// was loaded anew for it and is no other page than before, on a line too slow for a new one, stays as it is.
function mustFit(id) {
  const [, , , its] = id.split('-');
  if (its !== eyes && history.state?.eyes !== its) loadAnew({ eyes: its });
  else if (its === eyes && history.state?.eyes) history.replaceState(null, '');
}

function apply(frame, id) {
  if (frame.reload) return loadAnew();
  if (id) mustFit(id);
  position = id || position;
  if (frame.time) setServerTime(frame.time);
  for (const [id, html] of Object.entries(frame.fragments ?? {})) replace(id, html);
  for (const [topic, numbers] of Object.entries(frame.numbers ?? {})) {
    for (const [id, number] of Object.entries(numbers)) {
      told.set(`${topic}/${id}`, number);
      count(`${topic}/${id}`, number);
    }
  }
  if (frame.stamps?.[body.dataset.screen] && body.classList.contains('phone')) freshenSoon();
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

export function freshenSoon() {
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
    document.dispatchEvent(new CustomEvent('tafelrunde:freshened'));
    if (active?.id) document.getElementById(active.id)?.focus();
    else if (active) {
      const form = action && main.querySelector(`form[action="${CSS.escape(action)}"] button`);
      (form || main.querySelectorAll(reachable)[turn])?.focus();
    }
  }, Math.random() * 600);
}

// Nothing moves under somebody who types, or mends what was refused, or whose wish still waits for the network; a record that
// is written takes over by itself what others wrote.
function isBusy() {
  return document.querySelector('form[data-keep], .field.wrong, .waiting, #consent, #writing, #record-releasing [name="seen"]') !== null
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
  // Kept by this device from an earlier visit: as old as it is until the stream is heard.
  if (body.dataset.kept) {
    showAge(new Date(Number(body.dataset.kept)));
    badge(false);
  }
  follow({ address: body.dataset.live, screen: body.dataset.screen, position: () => position, hear });
}
