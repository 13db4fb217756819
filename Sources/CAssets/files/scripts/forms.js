// A wish fills at once and waits for the network if it must, and what was typed is kept on the device.
import { freshAct, gatheringOf, perform, typed } from './acts.js';
import { freshenSoon } from './live.js';
import { all, hear, waiting } from './outbox.js';
import { forgetRefusal, parse, sentence, tellRefusal } from './refusals.js';
import { drawSeats } from './seats.js';

const here = gatheringOf(location.href);
const prefix = 'wish:';
const keyOf = (topic) => `${prefix}${here}/${topic}`;

document.addEventListener('submit', (event) => {
  const form = event.target;
  const button = form.querySelector('.wish');
  if (!button) return;
  event.preventDefault();
  wish(form, button.getAttribute('aria-checked') !== 'true');
});

// `isQuiet`: nothing that anybody waits for.
function wish(form, isWanted, isQuiet = false) {
  const act = freshAct();
  const address = form.action.replace(/\/withdrawal$/, '');
  forgetRefusal(address);
  show(form, isWanted);
  perform({
    key: keyOf(form.dataset.wish),
    action: isWanted ? address : `${address}/withdrawal`,
    act,
    body: new URLSearchParams({ act }).toString(),
    label: form.querySelector('.wish').getAttribute('aria-label'),
    isWanted,
    isQuiet,
  });
}

hear(async ({ kind, entry, isTaken }) => {
  if (kind === 'changed') return markWaiting();
  if (kind !== 'settled' || !entry.key.startsWith(prefix)) return;
  const form = formOf(entry);
  if (!isTaken) await refuse(entry);
  else if (form) {
    const address = form.getAttribute('action').replace(/\/withdrawal$/, '');
    form.setAttribute('action', entry.isWanted ? `${address}/withdrawal` : address);
    form.elements.act.value = freshAct();
    freshenSoon();
  }
});

document.addEventListener('tafelrunde:undone', ({ detail: entry }) => {
  const form = entry.key.startsWith(prefix) && formOf(entry);
  if (!form) return;
  // Whether it arrived nobody knows: the opposite goes after it.
  if (entry.tries) wish(form, !entry.isWanted, true);
  else show(form, !entry.isWanted);
});

// Refused: it stands as it stood before, and beside it why. Where the topic is gone the list of what was refused says it.
async function refuse(entry) {
  const refused = (await all()).find(({ key, act }) => key === entry.key && act === entry.act);
  if (!refused?.verdict || !rowOf(topicOf(entry))) return;
  const form = formOf(entry);
  if (form) show(form, !entry.isWanted);
  tellRefusal(entry.action, sentence(parse(refused.verdict.page)), () => rowOf(topicOf(entry)));
  freshenSoon();
}

const topicOf = (entry) => entry.key.split('/').at(-1);
const formOf = (entry) => document.querySelector(`form[data-wish="${CSS.escape(topicOf(entry))}"]`);
const rowOf = (topic) => document.getElementById(`topic-${topic}`)
  ?? document.querySelector(`form[data-wish="${CSS.escape(topic)}"]`)?.closest('.wish-line');

// What waits shows as wanted, on a page that was fetched before it arrived as well.
async function markWaiting() {
  const open = new Map((await waiting()).filter(({ key }) => key.startsWith(`${prefix}${here}/`)).map((entry) => [formOf(entry), entry]));
  for (const form of document.querySelectorAll('form[data-wish]')) {
    const entry = open.get(form);
    rowOf(form.dataset.wish)?.classList.toggle('waiting', entry !== undefined);
    if (entry) show(form, entry.isWanted);
  }
}
markWaiting();
document.addEventListener('tafelrunde:freshened', markWaiting);

function show(form, isMine) {
  const button = form.querySelector('.wish');
  const row = rowOf(form.dataset.wish);
  if (!button || button.getAttribute('aria-checked') === String(isMine)) return;
  button.setAttribute('aria-checked', isMine);
  row.classList.toggle('mine', isMine);
  const number = row.querySelector('[data-number]');
  if (!number) return;
  const count = Math.max(0, Number(number.textContent) + (isMine ? 1 : -1));
  number.textContent = count;
  const seats = row.querySelector('[data-seats]');
  if (seats) drawSeats(seats, count, isMine);
}

// What was typed survives a reload and a refusal: it is kept until the page that follows the form has come.
// What somebody goes on with has words of its own.
const typedKey = (form) => typed + form.getAttribute('action') + (form.elements.suggestion?.value ?? '');

function keepTyped(form) {
  const key = typedKey(form);
  const fields = [...form.querySelectorAll('input[type="text"], textarea')];
  const { values = {} } = read(key);
  for (const field of fields) if (!field.value && values[field.name]) field.value = values[field.name];
  const keep = (sentFrom) => {
    const values = Object.fromEntries(fields.map((field) => [field.name, field.value]));
    sessionStorage.setItem(key, JSON.stringify({ values, sentFrom }));
  };
  form.addEventListener('input', () => keep());
  form.addEventListener('submit', () => keep(location.pathname));
}

function keepAll() { document.querySelectorAll('form[data-keep]').forEach(keepTyped); }
keepAll();
document.addEventListener('tafelrunde:returned', keepAll);

// What waits in the outbox is kept there: the form is free for the next one.
document.addEventListener('tafelrunde:kept', ({ detail: form }) => sessionStorage.removeItem(typedKey(form)));

function read(key) {
  return JSON.parse(sessionStorage.getItem(key) ?? '{}');
}

// Done leads here from the form's page; a refusal's page has no script.
if (!document.querySelector('form[data-keep]') && document.referrer) {
  const before = new URL(document.referrer).pathname;
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(typed) && read(key).sentFrom === before) sessionStorage.removeItem(key);
  }
}
