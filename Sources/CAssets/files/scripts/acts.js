// Every act of a participant is kept on the device first, shown at once, and sent until the server has answered.
import { all, drop, flush, forget, hear, keep, release, waiting } from './outbox.js';
import { forgetRefusal, parse, sentence, tellRefusal } from './refusals.js';

// What this page did itself shows here already.
export const ownActs = new Set();

const quickMax = 1500;
const slowMin = 3000;
const waitMin = 2000;
const waitMax = 30_000;
// Looked for anew each time: a form that comes back may bring its own.
const box = () => document.getElementById('offline');
const here = gatheringOf(location.href);
// The forms of this page that are on their way, by their acts.
const sent = new Map();
// What was last refused of each.
const refusedOf = new WeakMap();
let isConnected = true;
let wait = waitMin;
let timer = 0;
let lastAttempt = null;

// A fresh id, also where crypto.randomUUID is missing: on plain HTTP in a venue's network.
export function freshAct() {
  const letters = '23456789abcdefghjkmnpqrstuvwxyz';
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => letters[byte % letters.length]).join('');
}

// Under which name this tab remembers what was typed there and not saved.
export const draftKey = (path) => `record:${path}`;

// Before what this tab remembers of a form that was not sent.
export const typed = 'typed:';

// The same when the tab is loaded again, or shows another page.
export function tabName() {
  const name = sessionStorage.getItem('tab') ?? freshAct();
  sessionStorage.setItem('tab', name);
  return name;
}

export function gatheringOf(address) {
  return new URL(address, location.href).pathname.split('/').slice(0, 3).join('/');
}

// Keeps it and sends it; resolves when somebody has answered or nobody does.
export async function perform(entry) {
  await keep({ gathering: gatheringOf(entry.action), page: location.pathname, ...entry });
  ownActs.add(entry.act);
  await sendNow();
}

// The stream follows the reception, `navigator.onLine` does not.
export function setConnected(isSo) {
  isConnected = isSo;
  list();
}

document.addEventListener('submit', async (event) => {
  const { target: form, submitter } = event;
  if (!form.dataset.outbox || event.defaultPrevented) return;
  event.preventDefault();
  // Of two answers to one question the last one counts, also when neither has left.
  if (form.getAttribute('aria-busy')) {
    if (form.dataset.outbox !== 'last') return;
    renew(form);
  }
  const entry = entryOf(form, submitter);
  forgetRefusal(entry.action);
  const before = refusedOf.get(form);
  form.setAttribute('aria-busy', 'true');
  sent.set(entry.act, form);
  const patience = setTimeout(() => { if (sent.has(entry.act)) showWaiting(form); }, quickMax);
  if (before) await drop(before.key, before.act);
  await perform(entry);
  clearTimeout(patience);
  if ((await waiting()).some(({ act }) => act === entry.act)) showWaiting(form);
});

// Two different topics are two acts; of two answers to one question the last one counts.
function entryOf(form, submitter) {
  const action = new URL(submitter?.getAttribute('formaction') ?? form.getAttribute('action'), location.href).href;
  const act = form.elements.act?.value || freshAct();
  const isEach = form.dataset.outbox === 'each';
  const title = form.elements.title?.value.trim();
  const words = (submitter ?? form.querySelector('button')).textContent.trim().replace(/\s+/g, ' ');
  return {
    key: isEach ? act : action.replace(/\/withdrawal$/, ''),
    action,
    act,
    body: new URLSearchParams(new FormData(form, submitter)).toString(),
    label: title ? `${words}: ${title}` : words,
    hasText: form.querySelector('input[type="text"], textarea') !== null,
  };
}

hear(({ kind, entry, isTaken, location: address, gathering }) => {
  if (kind === 'changed') list();
  if (kind === 'gone' && gathering === here) location.reload();
  if (kind !== 'settled') return;
  wait = waitMin;
  const form = sent.get(entry.act);
  if (!form) return;
  sent.delete(entry.act);
  // What else waits goes first: the page that comes next may say that it is too late for it.
  if (isTaken) flush().then(() => go(address));
  else refuse(entry, form);
});

// The page that the form leads to, asked for anew also where it is this one: loaded again, a page that answered a form
// would send that form once more.
function go(address) {
  const there = new URL(address || location.href, location.href);
  if (there.pathname === location.pathname && there.search === location.search) there.hash = '';
  location.assign(there);
}

// Its form is here again, with what was typed and why it was refused. Where the answer has no form, the one it was made
// with stays as it is, with the sentence beside it.
async function refuse(entry, form) {
  if (!form.isConnected || await showRefused(entry.act)) return list();
  again(form);
  refusedOf.set(form, entry);
  const { verdict } = (await all()).find(({ key, act }) => key === entry.key && act === entry.act) ?? {};
  if (verdict) tellRefusal(entry.action, sentence(parse(verdict.page)));
  return list();
}

function showWaiting(form) {
  if (!form.isConnected || form.nextElementSibling?.classList.contains('act-waits')) return;
  const line = document.createElement('p');
  line.className = 'hint-bar act-waits';
  line.setAttribute('role', 'status');
  line.textContent = box()?.dataset.kept ?? '';
  form.after(line);
  if (form.querySelector('input:not([type="hidden"]), textarea')) {
    // A keyboard goes on from what stands there now.
    line.tabIndex = -1;
    if (form.contains(document.activeElement)) line.focus();
    form.hidden = true;
  }
  else rowOf(form)?.classList.add('waiting');
  document.dispatchEvent(new CustomEvent('tafelrunde:kept', { detail: form }));
}

// `online` never fires after a real cut: tried whenever the stream is heard, the page is looked at, and now and then.
async function sendNow() {
  clearTimeout(timer);
  const attempt = flush();
  const isEmpty = await attempt;
  list();
  // Several may have asked for the same attempt: it counts once.
  if (attempt === lastAttempt) return;
  lastAttempt = attempt;
  clearTimeout(timer);
  if (isEmpty) wait = waitMin;
  else {
    timer = setTimeout(sendNow, wait * (0.5 + Math.random()));
    wait = Math.min(wait * 2, waitMax);
  }
}

document.addEventListener('tafelrunde:heard', sendNow);
document.addEventListener('visibilitychange', () => { if (!document.hidden) sendNow(); });
addEventListener('online', sendNow);
// Come back to as it was left: what has been sent from here is done, and its form is for something else.
addEventListener('pageshow', (event) => {
  if (!event.persisted) return;
  const open = new Set(sent.values());
  for (const form of document.querySelectorAll('form[data-outbox]')) {
    if (open.has(form)) continue;
    form.removeAttribute('aria-busy');
    renew(form);
  }
  sendNow();
});

// What waits, and what was refused while its page was not open.
async function list() {
  if (!box()) return;
  const entries = (await all()).filter(({ gathering }) => gathering === here).filter((entry) => !isOwnDraft(entry));
  const open = entries.filter(({ verdict, isQuiet }) => !verdict && !isQuiet);
  const isSlow = open.some(({ at }) => Date.now() - at > slowMin);
  const { slow, title } = box().dataset;
  box().hidden = isConnected && !isSlow;
  document.getElementById('offline-title').lastChild.textContent = isConnected ? slow : title;
  fill(document.getElementById('outbox'), open, waitingLine);
  const refused = entries.filter((entry) => entry.verdict && !sent.has(entry.act));
  const region = document.getElementById('refused-acts');
  region.hidden = refused.length === 0;
  fill(region.querySelector('ul'), refused, refusedLine);
}

// Anew only when it says something else: nobody's focus, and no finger, is on a line that goes.
function fill(lines, entries, draw) {
  const acts = entries.map(({ act }) => act).join(' ');
  if (lines.dataset.acts === acts) return;
  lines.dataset.acts = acts;
  lines.replaceChildren(...entries.map(draw));
}

// Its own page says itself what becomes of it.
const isOwnDraft = ({ isDraft, page }) => isDraft && page === location.pathname;

function waitingLine(entry) {
  const line = document.createElement('li');
  const time = document.createElement('time');
  const at = new Date(entry.at);
  time.textContent = `${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`;
  line.append(entry.label, time);
  if (entry.isDraft) {
    line.append(linkTo(entry.page));
    return line;
  }
  line.append(button(box().dataset.undo, entry.label, async () => {
    // It may have been on its way meanwhile: whoever hears that it is undone is told so, and the page comes anew if it arrived.
    const now = (await all()).find(({ key, act }) => key === entry.key && act === entry.act);
    if (!now) return;
    await drop(entry.key, entry.act);
    ownActs.delete(entry.act);
    document.dispatchEvent(new CustomEvent('tafelrunde:undone', { detail: now }));
    const form = sent.get(entry.act);
    sent.delete(entry.act);
    if (form) again(form);
  }));
  return line;
}

function refusedLine(entry) {
  const line = document.createElement('li');
  const text = document.createElement('p');
  const reason = document.createElement('span');
  reason.textContent = sentence(parse(entry.verdict.page));
  text.append(Object.assign(document.createElement('b'), { textContent: entry.label }), ' ', reason);
  line.append(text, linkTo(entry.page), button(box().dataset.done, entry.label, () => drop(entry.key, entry.act)));
  return line;
}

function linkTo(page) {
  return Object.assign(document.createElement('a'), { href: page, className: 'button', textContent: box().dataset.look });
}

function button(words, label, press) {
  const one = document.createElement('button');
  one.type = 'button';
  one.className = 'button';
  one.textContent = words;
  const what = Object.assign(document.createElement('span'), { className: 'sr-only', textContent: `: ${label}` });
  one.append(what);
  one.addEventListener('click', press);
  return one;
}

// Somebody begins once more: what was sent before, and may have arrived, was another act.
function again(form) {
  form.hidden = false;
  form.removeAttribute('aria-busy');
  const line = form.nextElementSibling;
  if (line?.matches('.act-waits')) {
    const hasFocus = line === document.activeElement;
    line.remove();
    if (hasFocus) form.querySelector('button').focus();
  }
  rowOf(form)?.classList.remove('waiting');
  renew(form);
}

const rowOf = (form) => form.closest('.session, li');

function renew(form) {
  if (form.elements.act) form.elements.act.value = freshAct();
}

// Refused, perhaps while this page was not open: its form is here again, with what was typed and why it was refused.
//
// `act`: this one alone. Returns whether there was such a form.
async function showRefused(act) {
  const main = document.getElementById('content');
  const refused = (await all()).filter(({ verdict, page, hasText }) => verdict && hasText && page === location.pathname);
  const returned = refused.filter((entry) => !act || entry.act === act)
    .map((entry) => ({ entry, page: parse(entry.verdict.page) })).find(({ page }) => page.querySelector('#content form'));
  if (!returned || !main) return false;
  const { entry, page } = returned;
  main.replaceChildren(...[...page.getElementById('content').childNodes].map((node) => document.importNode(node, true)));
  document.title = page.title;
  document.dispatchEvent(new CustomEvent('tafelrunde:returned'));
  await drop(entry.key, entry.act);
  (main.querySelector('[autofocus]') ?? main).focus();
  return true;
}

// On the page that was here before nobody goes on typing.
async function takeOver() {
  for (const entry of await all()) {
    if (entry.heldUntil && entry.page !== location.pathname && entry.key.includes(`#${tabName()}#`)) await release(entry);
  }
}

// Whoever has left leaves nothing of the gathering on the device, nor does one that was deleted; its pages were forgotten
// on the way here.
function leave() {
  forget(here);
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(draftKey(here)) || key.startsWith(`${typed}${here}/`)) sessionStorage.removeItem(key);
  }
}

if (document.getElementById('left')) leave();
else {
  // The same kept page comes up whenever it is opened; what is done on it is another act each time.
  if (document.body.dataset.kept) document.querySelectorAll('form[data-outbox]').forEach(renew);
  showRefused();
  list();
  takeOver().finally(sendNow);
}
