// A record that many write at once: what was typed is saved after a pause, what others wrote comes in, and the caret
// stays where it is. Without this script the same form is sent by its button.
import './phone.js';
import { reachable } from './live.js';
import { read } from './read.js';

const pause = 1200;
const pauseMax = 5000;
const answerMax = 20_000;
const form = document.getElementById('writing');
const key = `record:${location.pathname}`;
const merged = (field) => /^(startingPoint|keyPoint\d|questions|solutions|links|goingOn|step-.*)$/.test(field.name);

// What each field said when what stands in it now was begun, by its name.
const bases = new Map();
// What is on its way; sent again with the same act until it has arrived.
let pending = null;
let timer = 0;
let typedAt = 0;
let isSending = false;
let wait = 1000;

const fields = (from) => [...from.querySelectorAll('#writing input:not([type="hidden"]), #writing textarea')];
const mine = () => fields(document).filter(merged);
const rest = () => fields(document).filter((field) => !merged(field));
const find = (name) => mine().find((field) => field.name === name);

// As the server folds it: blanks at the end of a line are nobody's words.
const fold = (text) => text.split(/\r\n|\r|\n/).map((line) => line.trim().replace(/\s+/g, ' ')).join('\n').replace(/^\n+|\n+$/g, '');
const isDirty = (field) => fold(field.value) !== bases.get(field.name);
const state = (field) => (field.type === 'checkbox' ? field.checked : field.value);
const isChanged = (field) => (field.type === 'checkbox' ? field.checked !== field.defaultChecked : field.value !== field.defaultValue);

if (form) {
  for (const field of mine()) bases.set(field.name, fold(field.value));
  recall();
  form.addEventListener('input', () => { typedAt ||= Date.now(); remember(); later(); });
  document.addEventListener('submit', send);
  document.addEventListener('tafelrunde:heard', () => { if (pending) save(); });
  document.addEventListener('visibilitychange', () => { if (document.hidden) save(); });
  addEventListener('pagehide', () => remember());
}
document.addEventListener('tafelrunde:frame', ({ detail }) => {
  const box = document.getElementById('record');
  const stamp = detail.stamps?.[`record/${box?.dataset.record}`];
  if (stamp && stamp !== box.dataset.stamp) look();
});

function later() {
  clearTimeout(timer);
  timer = setTimeout(save, Math.max(0, Math.min(pause, typedAt + pauseMax - Date.now())));
}

async function save() {
  clearTimeout(timer);
  if (isSending) return;
  if (!pending && ![...mine().filter(isDirty), ...rest().filter(isChanged)].length) return say('done');
  pending ??= { body: written(), rest: new Map(rest().map((field) => [field.name, state(field)])), sent: new Map(mine().filter(isDirty).map((field) => [field.name, fold(field.value)])) };
  typedAt = 0;
  isSending = true;
  say('writing');
  const answer = await read(form.action, { method: 'POST', body: pending.body, timeout: answerMax }).catch(() => null);
  isSending = false;
  // Nobody knows whether it arrived, and the server is there again soon: the same act once more.
  if (!answer || answer.status >= 500 || answer.status === 429) {
    say('offline');
    timer = setTimeout(save, wait);
    wait = Math.min(wait * 2, 15_000);
    return;
  }
  const { sent, rest: asked } = pending;
  pending = null;
  wait = 1000;
  if (answer.status !== 200) return refuse(answer);
  arrive(answer.page, sent, asked);
  if (mine().some(isDirty)) later(); else { say('done'); sessionStorage.removeItem(key); }
}

// Only what was changed, each field with what it said before: others' words are none of this form's business.
function written() {
  const body = new URLSearchParams({ act: freshAct(), seen: form.elements.seen.value });
  for (const field of mine().filter(isDirty)) {
    body.set(field.name, field.value);
    body.set(`base-${field.name}`, bases.get(field.name));
  }
  for (const name of ['wasChatham', 'wasPaperAuthor', 'paperAuthor']) body.set(name, form.elements[name].value);
  if (form.elements.chatham.checked) body.set('chatham', '1');
  return body.toString();
}

function freshAct() {
  const letters = '23456789abcdefghjkmnpqrstuvwxyz';
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => letters[byte % letters.length]).join('');
}

// Somebody else wrote.
let isLooking = false;
async function look() {
  if (isSending || isLooking) return;
  isLooking = true;
  const answer = await read(location.pathname).catch(() => null);
  isLooking = false;
  if (!answer || answer.status !== 200 || isSending) return;
  if (form) return arrive(answer.page, new Map());
  show('record', answer.page);
}

// What was sent and what was not touched is as the page says; what somebody goes on typing stays, and remembers what it
// grew from.
function arrive(page, sent, asked = new Map()) {
  for (const field of fields(page)) {
    if (!merged(field)) continue;
    const own = find(field.name);
    const text = fold(field.value);
    if (!own) { addStep(field); continue; }
    const value = fold(own.value);
    if (value === (sent.get(field.name) ?? bases.get(field.name))) {
      if (text !== value) put(own, field.value);
      bases.set(field.name, text);
    } else if (sent.has(field.name)) {
      bases.set(field.name, sent.get(field.name));
    }
  }
  for (const field of rest()) {
    const fresh = page.querySelector(`#writing [name="${field.name}"]:not([type="hidden"])`);
    // Changed since it was sent, or never sent: it is newer than what the page says.
    if (!fresh || isChanged(field) && state(field) !== asked.get(field.name)) continue;
    field.checked = field.defaultChecked = fresh.checked;
    field.value = field.defaultValue = fresh.value;
  }
  for (const name of ['seen', 'wasChatham', 'wasPaperAuthor']) {
    const fresh = page.querySelector(`#writing [name="${name}"]`);
    if (fresh) form.elements[name].value = fresh.value;
  }
  for (const id of ['record-head', 'record-keeping', 'record-refused', 'record-clashes', 'record-choices', 'record-links']) show(id, page);
  for (const wrong of form.querySelectorAll('.wrong')) right(wrong);
  document.getElementById('record').dataset.stamp = page.getElementById('record')?.dataset.stamp ?? '';
}

// A step of somebody else stands before the empty one, of which there is one only.
function addStep(field) {
  const row = field.closest('.record-step');
  if (!row || document.getElementById(row.id)) return;
  const isEmpty = (step) => [...step.querySelectorAll('input, textarea')].every((input) => !input.value);
  const free = [...document.querySelectorAll('.record-step')].find(isEmpty);
  if (free && isEmpty(row)) return;
  const copy = document.importNode(row, true);
  document.getElementById('record-steps').insertBefore(copy, free ?? null);
  for (const input of copy.querySelectorAll('input, textarea')) bases.set(input.name, fold(input.value));
}

// Only what differs is written, so that caret and selection stay with the words they were at, and the line that
// somebody has just begun stays theirs.
function put(field, text) {
  const { folded: old, at } = places(field.value);
  let start = 0;
  while (start < Math.min(old.length, text.length) && old[start] === text[start]) start += 1;
  let end = 0;
  while (end < Math.min(old.length, text.length) - start && old[old.length - 1 - end] === text[text.length - 1 - end]) end += 1;
  const last = old.length - end;
  const from = start < old.length ? at[start] : field.value.length;
  field.setRangeText(text.slice(start, text.length - end), from, last > start ? at[last - 1] + 1 : from, 'preserve');
}

// The folded text, and where each of its characters stands in what is typed.
function places(typed) {
  const at = [];
  const folded = fold(typed);
  let place = 0;
  for (const character of folded) {
    const isThere = character === ' ' ? (other) => /[^\S\n]/.test(other) : (other) => character.startsWith(other);
    while (place < typed.length && !isThere(typed[place])) place += 1;
    for (let unit = 0; unit < character.length; unit += 1) at.push(place + unit);
    place += character.length;
  }
  return { folded, at };
}

function show(id, page) {
  const region = document.getElementById(id);
  const fresh = page.getElementById(id);
  if (!region || !fresh) return;
  if (fresh.dataset.stamp) region.dataset.stamp = fresh.dataset.stamp;
  if (region.innerHTML === fresh.innerHTML) return;
  const turn = [...region.querySelectorAll(reachable)].indexOf(document.activeElement);
  region.replaceChildren(...[...fresh.childNodes].map((node) => document.importNode(node, true)));
  if (turn >= 0) region.querySelectorAll(reachable)[turn]?.focus();
}

// What cannot be kept stays as it was typed, with the sentence beside it.
function refuse({ page, address, status }) {
  if (!page.getElementById('writing')) return location.assign(status === 403 || status === 404 ? location.href : address);
  show('record-refused', page);
  for (const wrong of page.querySelectorAll('#writing .field.wrong')) {
    const field = wrong.querySelector('[name]');
    const box = find(field.name)?.closest('.field');
    if (!box) continue;
    right(box);
    box.classList.add('wrong');
    box.append(document.importNode(wrong.querySelector('.error'), true));
    const own = box.querySelector('[name]');
    own.setAttribute('aria-invalid', 'true');
    own.setAttribute('aria-describedby', field.getAttribute('aria-describedby'));
  }
  say('');
}

function right(box) {
  box.classList.remove('wrong');
  box.querySelector('.error')?.remove();
  box.querySelector('[name]')?.removeAttribute('aria-invalid');
}

// The buttons: of the form itself, of two versions, of who takes notes. What was typed goes first.
async function send(event) {
  const other = event.target;
  if (other.method !== 'post' || !document.getElementById('record').contains(other)) return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(other, event.submitter)).toString();
  await save();
  if (other === form) return;
  const answer = await read(other.action, { method: 'POST', body }).catch(() => null);
  if (answer?.status === 200) arrive(answer.page, new Map());
  else if (answer) location.reload();
  else say('offline');
}

function say(state) {
  const line = document.getElementById('record-saving');
  const text = state ? line.dataset[state] : '';
  if (line.textContent !== text) line.textContent = text;
}

// What has not arrived survives a reload.
function remember() {
  const typed = Object.fromEntries(mine().filter(isDirty).map((field) => [field.name, [field.value, bases.get(field.name)]]));
  if (Object.keys(typed).length) sessionStorage.setItem(key, JSON.stringify(typed)); else sessionStorage.removeItem(key);
}

function recall() {
  for (const [name, [value, base]] of Object.entries(JSON.parse(sessionStorage.getItem(key) ?? '{}'))) {
    const field = find(name);
    if (!field) continue;
    field.value = value;
    bases.set(name, base);
  }
  if (mine().some(isDirty)) later();
}
