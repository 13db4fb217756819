// The console: the same forms without leaving the page, and every region fresh when another moderator acts.
import './timer.js';
import { reachable } from './live.js';
import { read } from './read.js';

const patienceMin = 1000;
const patienceMax = 8000;
let isSending = false;
let actCount = 0;
const waiting = []; // acts that were done while another was on its way

document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== 'post') return;
  event.preventDefault();
  if (isSending) return;
  isSending = true;
  actCount += 1;
  document.body.setAttribute('aria-busy', 'true');
  if (form.matches('[data-slow]')) work(event.submitter);
  const focus = remember(event.submitter ?? form);
  const body = new URLSearchParams(new FormData(form, event.submitter)).toString();
  const answer = await read(form.action, { method: 'POST', body }).catch(() => null);
  isSending = false;
  document.body.removeAttribute('aria-busy');
  event.submitter?.removeAttribute('aria-busy');
  // Without an answer nobody knows whether it arrived: pressed again, it is the same act.
  if (answer) arrive(answer, form, focus);
  else complain(document.getElementById('say-unreachable').textContent);
  waiting.shift()?.();
});

// A card may be dropped while the one before is still on its way: it goes next.
export function whenSent(act) {
  if (isSending) waiting.push(act); else act();
}

// What takes a moment says so until the next page is there, also when one comes back to this one.
document.addEventListener('click', (event) => {
  const goesElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (!goesElsewhere) work(event.target.closest('a[data-slow]'));
});

function work(button) {
  if (!button) return;
  button.setAttribute('aria-busy', 'true');
  say(document.getElementById('say-working').textContent);
}

window.addEventListener('pageshow', () => {
  for (const link of document.querySelectorAll('a[aria-busy]')) link.removeAttribute('aria-busy');
});

// The button that leads on stands in the same place in each phase: who taps twice does not skip one.
document.addEventListener('click', (event) => {
  if (event.detail > 1 && event.target.closest('.next-button')) event.preventDefault();
}, true);

// Another page: go there. This page, or the answer to the form itself, which cannot be asked for again: show all of
// it, for every form on it has done its act or has one that is older than what is shown.
function arrive({ page, address }, form, focus) {
  const isAnswer = address === form.action;
  if (isAnswer && !page.getElementById('undo')) {
    return complain([...page.querySelectorAll('h1, .empty p')].map((part) => part.textContent.trim()).join(' '));
  }
  const there = new URL(address);
  if (!isAnswer && there.pathname !== location.pathname) return location.assign(address);
  if (!isAnswer) history.replaceState(null, '', there);
  const hasRefused = page.querySelector('[role="alert"]') !== null;
  show(page, ['content', 'undo'].map((id) => document.getElementById(id)), form);
  if (isAnswer && !hasRefused) {
    scrollTo(0, 0);
    document.getElementById('content').focus();
  } else {
    const wrong = document.querySelector('#content [autofocus]');
    (wrong ?? find(focus) ?? document.getElementById('content')).focus();
  }
  say(page.querySelector('[role="alert"], .told, .shown-code h2, .undo p')?.textContent);
}

// Refused by something that is no page of the console: it is said here, and what was typed stays.
// `isFollowed`: the page goes to where it is said; not under a hand that carries something.
export function complain(text, isFollowed = true) {
  const line = document.createElement('p');
  line.className = 'refused error';
  line.setAttribute('role', 'alert');
  line.textContent = text;
  document.getElementById('messages').replaceChildren(line);
  if (isFollowed) line.scrollIntoView({ block: 'nearest' });
}

// What somebody else did: only what shows the gathering, and never under a hand that types.
function freshen(page) {
  show(page, [...document.querySelectorAll('[data-fresh]')].filter((region) =>
    !region.querySelector('details[open]') && !region.querySelector('input:focus, textarea:focus, select:focus')));
}

function show(page, regions, sent) {
  document.title = page.title;
  document.body.className = page.body.className;
  for (const region of regions) {
    const fresh = region && page.getElementById(region.id);
    if (!fresh) continue;
    const keep = keeper(region, sent);
    const active = !sent && region.contains(document.activeElement) && remember(document.activeElement);
    const turn = [...region.querySelectorAll(reachable)].indexOf(document.activeElement);
    region.toggleAttribute('data-again', fresh.hasAttribute('data-again'));
    region.replaceChildren(...[...fresh.childNodes].map((node) => document.importNode(node, true)));
    keep(region);
    if (active) (find(active) ?? region.querySelectorAll(reachable)[turn])?.focus();
  }
  document.dispatchEvent(new CustomEvent('tafelrunde:fresh'));
}

// What was typed into forms but the one that was sent, what was unfolded, and how far the board was scrolled.
function keeper(region, sent) {
  const typed = new Map([...region.querySelectorAll('form[method="post"]')]
    .filter((form) => form !== sent && [...form.elements].some(isTyped)).map((form) => [formKey(form), form]));
  const unfolded = [...region.querySelectorAll('details[open][id]')].filter((fold) => !fold.contains(sent));
  const left = region.querySelector('.grid-scroll')?.scrollLeft;
  return (fresh) => {
    for (const form of fresh.querySelectorAll('form')) retype(typed.get(formKey(form)), form);
    for (const { id } of unfolded) fresh.querySelector(`#${CSS.escape(id)}`)?.setAttribute('open', '');
    if (left) fresh.querySelector('.grid-scroll')?.scrollTo({ left, behavior: 'instant' });
  };
}

const formKey = (form) => form.getAttribute('action')
  + [...form.querySelectorAll('input[type="hidden"]:not([name="act"])')].map((field) => ` ${field.value}`).join('');

function isTyped(field) {
  if (!field.matches('input:not([type="hidden"]), textarea, select')) return false;
  if (!field.options) return field.checked !== field.defaultChecked || field.value !== field.defaultValue;
  return field.selectedIndex !== Math.max(0, [...field.options].findIndex((option) => option.defaultSelected));
}

function retype(old, form) {
  if (old?.elements.length !== form.elements.length) return;
  [...old.elements].forEach((field, index) => {
    if (!isTyped(field)) return;
    form.elements[index].value = field.value;
    if ('checked' in field) form.elements[index].checked = field.checked;
  });
}

// Where the focus was: by id, or by the form's address and the button's words.
function remember(element) {
  const form = element.closest('form');
  return { id: element.id, action: form?.getAttribute('action'), words: name(element) };
}

function find({ id, action, words }) {
  if (id) return document.getElementById(id);
  const all = [...document.querySelectorAll('button, a')];
  return all.find((e) => words && name(e) === words && e.closest('form')?.getAttribute('action') === action)
    ?? all.find((e) => words && name(e) === words);
}

// Buttons with the same word say by data-name what they are about.
const name = (element) => (element.dataset.name ?? '') + (element.getAttribute('aria-label') ?? element.textContent).trim().split(':')[0]
  + (element.getAttribute('aria-label') ?? '').slice(-20);

export function say(text) {
  const line = document.getElementById('said');
  if (!line || !text) return;
  line.textContent = '';
  setTimeout(() => { line.textContent = text.trim(); }, 60);
}

// Somebody else acted: at most one look a second. What is carried stays in the hand.
let isWaiting = false;
document.addEventListener('tafelrunde:frame', () => {
  if (isWaiting || !document.querySelector('[data-fresh]')) return;
  isWaiting = true;
  setTimeout(() => {
    isWaiting = false;
    look(freshen);
  }, patienceMin);
});

// Something is being worked out: what waits for it looks again, less and less often.
let patience = patienceMin;
let again = null;
document.addEventListener('tafelrunde:fresh', lookAgain);
lookAgain();

function lookAgain() {
  clearTimeout(again);
  const waits = document.querySelectorAll('[data-again]');
  if (!waits.length) {
    patience = patienceMin;
    return;
  }
  again = setTimeout(async () => {
    const wasProved = document.querySelector('#quality[data-again]');
    await look((page) => show(page, [...document.querySelectorAll('[data-again]')]));
    if (wasProved && !document.querySelector('#quality[data-again]')) say(document.querySelector('#quality .bound')?.textContent);
    lookAgain();
  }, patience);
  patience = Math.min(2 * patience, patienceMax);
}

async function look(see) {
  // The answer to a form that was sent without this script: its address takes forms only, or is another page's.
  // Loaded anew it would be sent once more.
  if (location.pathname.split('/')[3] !== 'console') return;
  if (isSending) return;
  const before = actCount;
  const answer = await read(location.href).catch(() => null);
  if (actCount !== before) return; // what one did oneself is newer, and shown
  if (answer?.address !== location.href.split('#')[0]) return;
  if (answer.page.getElementById('undo')) see(answer.page); else location.reload(); // not for this device any more
}
