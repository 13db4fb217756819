// A record that many write at once: what was typed is saved after a pause, what others wrote comes in, and the caret
// stays where it is. Without this script the same form is sent by its button.
import './phone.js';
import { draftKey, freshAct } from './acts.js';
import { Drafts } from './drafts.js';
import { fold, put } from './folding.js';
import { reachable } from './live.js';
import { mark, right } from './marking.js';
import { read } from './read.js';
import { addStep, adopt } from './record-steps.js';

const pause = 1200;
const pauseMax = 5000;
const answerMax = 20_000;
const lookMin = 250;
const lookMax = 15_000;
const form = document.getElementById('writing');
const key = draftKey(location.pathname);
const drafts = new Drafts(key);
const box = () => document.getElementById('record');
const merged = (field) => /^(startingPoint|keyPoint\d|questions|solutions|links|goingOn|step-.*)$/.test(field.name);

// What each field said when what stands in it now was begun, by its name.
const bases = new Map();
// What each field said when it was refused: not sent again before somebody changed it, or presses the button.
const refused = new Map();
// What is on its way, the first of them first; each is sent again with the same act until it has arrived.
let letters = [];
let timer = 0;
let typedAt = 0;
let isSending = false;
// Nobody answered the last time.
let isLost = false;
let wait = 1000;
// The newest version of the record that was heard of.
let wanted = 0;
let isLooking = false;
let lookTimer = 0;
let lookWait = lookMin;
let clashes = document.querySelectorAll('.clash').length;

const fields = (from) => [...from.querySelectorAll('#writing input:not([type="hidden"]), #writing textarea')];
const mine = () => fields(document).filter(merged);
const rest = () => fields(document).filter((field) => !merged(field));
const find = (name) => mine().find((field) => field.name === name);
const note = (inputs) => { for (const input of inputs) bases.set(input.name, fold(input.value)); };

const toSend = () => mine().filter((field) => isDirty(field) && refused.get(field.name) !== field.value);
// What a field said when the last letter that has it was written.
const begun = (name) => letters.findLast(({ sent }) => sent.has(name))?.sent.get(name) ?? bases.get(name);
// What no letter has yet.
const due = () => toSend().filter((field) => fold(field.value) !== begun(field.name));
const isDirty = (field) => fold(field.value) !== bases.get(field.name);
const state = (field) => (field.type === 'checkbox' ? field.checked : field.value);
const isChanged = (field) => (field.type === 'checkbox' ? field.checked !== field.defaultChecked : field.value !== field.defaultValue);

if (form) {
  for (const field of mine()) bases.set(field.name, fold(field.value));
  recall();
  drafts.reclaim().then(takeBack);
  form.addEventListener('input', () => {
    remember();
    if (isLost) setAside();
    later();
  });
  document.addEventListener('submit', send);
  document.addEventListener('tafelrunde:heard', () => { if (letters.length) save(); });
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) return;
    save();
    seal();
    setAside();
  });
  addEventListener('pagehide', leave);
  addEventListener('pageshow', (event) => { if (event.persisted) save(); });
}
document.addEventListener('tafelrunde:frame', ({ detail }) => {
  wanted = Math.max(wanted, Number(detail.stamps?.[`record/${box()?.dataset.record}`] ?? 0));
  look();
});

function later() {
  typedAt ||= Date.now();
  clearTimeout(timer);
  timer = setTimeout(save, Math.max(0, Math.min(pause, typedAt + pauseMax - Date.now())));
}

async function save() {
  clearTimeout(timer);
  if (isSending) return;
  if (!letters.length && !isUnsaved()) return say(refused.size ? 'refused' : 'done');
  typedAt = 0;
  if (!letters.length) letters.push(letter());
  isSending = true;
  if (isLost) setAside();
  say('writing');
  const answer = await read(form.action, { method: 'POST', body: letters[0].body, timeout: answerMax }).catch(() => null);
  isSending = false;
  // Nobody knows whether it arrived, and the server is there again soon: the same act once more.
  isLost = !answer || answer.status >= 500 || answer.status === 429;
  if (isLost) {
    say('offline');
    setAside();
    timer = setTimeout(save, wait);
    wait = Math.min(wait * 2, 15_000);
    return;
  }
  const { sent, rest: asked } = letters.shift();
  wait = 1000;
  if (answer.status === 413) return shorten(sent);
  if (answer.page.getElementById('writing')) {
    arrive(answer.page, sent, asked);
    if (answer.status !== 200) refuse(answer.page, sent);
  } else if (answer.status === 403 || answer.status === 404) {
    return location.assign(location.href);
  } else {
    for (const name of sent.keys()) refused.set(name, find(name)?.value);
  }
  remember();
  // What was typed meanwhile stays set aside until it has arrived as well, as it stands now.
  if (!letters.length && !toSend().length) await drafts.withdraw();
  else if (drafts.isSetAside) setAside();
  if (letters.length || toSend().length) later(); else say(refused.size || answer.status !== 200 ? 'refused' : 'done');
  look();
}

function isUnsaved() {
  return toSend().length > 0 || rest().some(isChanged);
}

// What goes to the server in one act, and what each field said then.
function letter() {
  const act = freshAct();
  return {
    act,
    body: written(act),
    sent: new Map(due().map((field) => [field.name, fold(field.value)])),
    rest: new Map(rest().map((field) => [field.name, state(field)])),
  };
}

// Only what was changed, each field with what it said before: others' words are none of this form's business.
function written(act) {
  const body = new URLSearchParams({ act, seen: form.elements.seen.value });
  for (const field of due()) {
    body.set(field.name, field.value);
    body.set(`base-${field.name}`, begun(field.name));
  }
  // Who may not lift the rule is not asked about it.
  for (const name of ['wasChatham', 'wasPaperAuthor', 'paperAuthor']) {
    if (form.elements[name]) body.set(name, form.elements[name].value);
  }
  if (form.elements.chatham?.checked) body.set('chatham', '1');
  return body.toString();
}

// Somebody else wrote: looked for until what is shown is as new as what was told.
async function look() {
  clearTimeout(lookTimer);
  if (isSending || isLooking || !(wanted > Number(box()?.dataset.stamp))) return;
  isLooking = true;
  const answer = await read(location.href).catch(() => null);
  isLooking = false;
  if (answer && answer.status < 500 && answer.status !== 429 && (answer.status !== 200 || !answer.page.getElementById('record'))) return;
  // What is on its way comes back with a newer page.
  if (isSending) return;
  if (answer?.status === 200) arrive(answer.page, new Map());
  lookWait = wanted > Number(box()?.dataset.stamp) ? Math.min(lookWait * 2, lookMax) : lookMin;
  lookTimer = setTimeout(look, lookWait);
}

// What was sent and what was not touched is as the page says; what somebody goes on typing stays, and remembers what it
// grew from.
function arrive(page, sent, asked = new Map()) {
  const stamp = page.getElementById('record')?.dataset.stamp ?? '';
  // An answer that was slow on its way is older than what is shown.
  if (Number(stamp) < Number(box().dataset.stamp)) return;
  if (!form) return reread(page, stamp);
  const shown = new Map(fields(page).filter(merged).map((field) => [field.name, field]));
  for (const field of shown.values()) if (!find(field.name)) note(addStep(field));
  for (const own of mine().filter((field) => !isRefused(field, page))) take(own, shown.get(own.name), sent);
  for (const field of rest()) {
    const fresh = page.querySelector(`#writing [name="${field.name}"]:not([type="hidden"])`);
    // Changed since it was sent, or never sent: it is newer than what the page says.
    if (!fresh || isChanged(field) && state(field) !== asked.get(field.name)) continue;
    field.checked = field.defaultChecked = fresh.checked;
    field.value = field.defaultValue = fresh.value;
  }
  for (const name of ['seen', 'wasChatham', 'wasPaperAuthor']) {
    const fresh = page.querySelector(`#writing [name="${name}"]`);
    if (fresh && form.elements[name]) form.elements[name].value = fresh.value;
  }
  // Once the rule is set, whoever may not lift it has nothing to tick any more.
  if (!form.elements.chatham !== !page.querySelector('#record-rule [name="chatham"]')) show('record-rule', page);
  for (const id of ['record-head', 'record-keeping', 'record-clashes', 'record-choices', 'record-links']) show(id, page);
  tellClashes();
  // What others wrote says nothing about what was refused here.
  if (asked.size) {
    show('record-refused', page);
    for (const wrong of form.querySelectorAll('.field.wrong')) {
      const name = wrong.querySelector('[name]').name;
      if (sent.has(name) || asked.has(name)) right(wrong);
    }
  }
  box().dataset.stamp = stamp;
}

// A field that the page has not is one that somebody emptied: a step without a word is not shown.
function take(own, fresh, sent) {
  const text = fresh ? fold(fresh.value) : '';
  const value = fold(own.value);
  if (value === (sent.get(own.name) ?? bases.get(own.name))) {
    if (text !== value) put(own, text);
    bases.set(own.name, text);
    refused.delete(own.name);
  } else if (!fresh) {
    bases.set(own.name, '');
  } else if (sent.has(own.name)) {
    bases.set(own.name, sent.get(own.name));
  }
}

function isRefused(field, page) {
  return page.querySelector(`#writing [name="base-${field.name}"]`) !== null;
}

// The page that is read. A release that waits for a click stays one of what was there to read when it came: who
// releases words that were swapped meanwhile is refused by the server, and reads again.
function reread(page, stamp) {
  show('record-read', page);
  if (!document.querySelector('#record-releasing [name="seen"]')) show('record-releasing', page);
  box().dataset.stamp = stamp;
}

function show(id, page) {
  const region = document.getElementById(id);
  const fresh = page.getElementById(id);
  if (!region || !fresh) return;
  if (fresh.dataset.stamp) region.dataset.stamp = fresh.dataset.stamp;
  if (region.innerHTML === fresh.innerHTML) return;
  const turn = [...region.querySelectorAll(reachable)].indexOf(document.activeElement);
  const field = document.activeElement?.closest('.clash')?.querySelector('a[href^="#"]')?.hash.slice(1);
  region.replaceChildren(...[...fresh.childNodes].map((node) => document.importNode(node, true)));
  if (turn < 0) return;
  const left = [...region.querySelectorAll(reachable)];
  (left[turn] ?? left.at(-1) ?? find(field))?.focus();
}

// What cannot be kept stays as it was typed, with the sentence beside it.
function refuse(page, sent) {
  for (const name of sent.keys()) {
    const own = find(name);
    if (own && isRefused(own, page) && fold(own.value) === sent.get(name)) refused.set(name, own.value);
  }
  for (const wrong of page.querySelectorAll('#writing .field.wrong')) {
    const own = form.querySelector(`[name="${wrong.querySelector('[name]').name}"]:not([type="hidden"])`);
    if (own) mark(own, wrong.querySelector('.error').textContent);
  }
}

// More than the server takes at all: the longest goes alone back to whoever typed it, the others go on.
function shorten(sent) {
  const longest = [...sent].sort((a, b) => b[1].length - a[1].length)[0]?.[0];
  const own = find(longest);
  if (!own) return say('large');
  const { large } = document.getElementById('record-saving').dataset;
  refused.set(longest, own.value);
  mark(own, large);
  remember();
  if (toSend().length) later(); else say('large');
}

// The buttons: of the form itself, of two versions, of who takes notes. What was typed goes first.
async function send(event) {
  const other = event.target;
  if (other.method !== 'post' || !box().contains(other)) return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(other, event.submitter)).toString();
  if (other === form) refused.clear();
  await save();
  if (other === form) return;
  const answer = await read(other.action, { method: 'POST', body }).catch(() => null);
  if (answer?.status === 200) arrive(answer.page, new Map());
  else if (answer) location.reload();
  else say('offline');
}

function say(state) {
  const line = document.getElementById('record-saving');
  const text = line.dataset[state];
  if (line.textContent !== text) line.textContent = text;
  if (['offline', 'refused', 'large'].includes(state)) tell(text);
  else if (state === 'done') tell('');
}

// The one line that is read out: saving goes on all the time and is nobody's news.
function tell(text) {
  const line = document.getElementById('record-said');
  if (line.textContent !== text) line.textContent = text;
}

function tellClashes() {
  const count = document.querySelectorAll('.clash').length;
  if (count > clashes) tell(document.querySelector('#record-clashes .warm-text').textContent);
  clashes = count;
}

// What has not arrived survives a reload of this page.
function remember() {
  const dirty = mine().filter(isDirty);
  const changed = rest().filter(isChanged);
  if (!letters.length && !dirty.length && !changed.length) return sessionStorage.removeItem(key);
  const entry = {
    letters: letters.map((letter) => ({ ...letter, sent: [...letter.sent], rest: [...letter.rest] })),
    fields: dirty.map((field) => [field.name, field.value, bases.get(field.name)]),
    rest: changed.map((field) => [field.name, state(field)]),
  };
  try { sessionStorage.setItem(key, JSON.stringify(entry)); } catch { /* Full, or not allowed: the page itself still has it. */ }
}

// Whether all that is unsaved is in a letter already.
function isOnItsWay() {
  const last = letters.at(-1);
  return last !== undefined && !due().length && rest().every((field) => last.rest.get(field.name) === state(field));
}

// Nobody types for a while: what stands there is a letter of its own from now on, the same act from whichever page.
function seal() {
  if (isUnsaved() && !isOnItsWay()) letters.push(letter());
}

// What somebody goes on typing is a letter of another page only when this one is not heard of any more.
function setAside() {
  drafts.keep(form.action, letters, isUnsaved() && !isOnItsWay() ? letter() : null);
}

// What another page sent for this one and was refused is in its fields again, and is refused beside them.
async function takeBack() {
  for (const said of await drafts.refused()) {
    for (const [name, value] of said) {
      const field = said.has(`base-${name}`) ? find(name) ?? restored(name) : null;
      if (!field || isDirty(field)) continue;
      field.value = value;
      bases.set(name, said.get(`base-${name}`));
    }
    remember();
    later();
  }
}

// The page goes: what is unsaved goes along, as the same act that is sent again when nobody knows whether it arrived.
function leave() {
  seal();
  remember();
  if (!letters.length) return;
  setAside();
  fetch(form.action, { method: 'POST', body: new URLSearchParams(letters[0].body), keepalive: true }).catch(() => {});
}

// A step that was begun on another page, or on this one before it was loaded again.
function restored(name) {
  note(adopt(name));
  return find(name);
}

function recall() {
  const entry = JSON.parse(sessionStorage.getItem(key) ?? 'null');
  if (!entry?.fields) return;
  for (const [name, value, base] of entry.fields) {
    const field = find(name) ?? restored(name);
    if (!field) continue;
    field.value = value;
    bases.set(name, base);
  }
  for (const [name, value] of entry.rest) {
    const field = rest().find((field) => field.name === name);
    if (field?.type === 'checkbox') field.checked = value;
    else if (field) field.value = value;
  }
  letters = entry.letters.map((letter) => ({ ...letter, sent: new Map(letter.sent), rest: new Map(letter.rest) }));
  if (letters.length || isUnsaved()) later();
}
