// The same forms, sent without leaving the page: a wish fills at once, waits for the network if it must, and what
// was typed is kept on the device.
import { ownActs } from './live.js';
import { drawSeats } from './seats.js';

// What each topic's wish shall be, until the server has said yes: only the last tap counts.
const outbox = new Map();

document.addEventListener('submit', (event) => {
  const form = event.target;
  const button = form.querySelector('.wish');
  if (!button) return;
  event.preventDefault();

  const wanted = button.getAttribute('aria-checked') !== 'true';
  const entry = outbox.get(form.dataset.wish) ?? { form, button, row: form.closest('.topic, .wish-line'), at: new Date() };
  outbox.set(form.dataset.wish, Object.assign(entry, { wanted, act: freshAct() }));
  show(entry.row, button, wanted);
  send(form.dataset.wish);
});

// A fresh id, also where crypto.randomUUID is missing: on plain HTTP in a venue's network.
function freshAct() {
  const letters = '23456789abcdefghjkmnpqrstuvwxyz';
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => letters[byte % letters.length]).join('');
}

async function send(topic) {
  const entry = outbox.get(topic);
  if (!entry || entry.isSending) return;
  const { wanted, act, form } = entry;
  const address = form.getAttribute('action').replace(/\/withdrawal$/, '');
  entry.isSending = true;
  ownActs.add(act);
  const answer = await fetch(wanted ? address : `${address}/withdrawal`, {
    method: 'POST', body: new URLSearchParams({ act }),
  }).catch(() => null);
  entry.isSending = false;

  if (answer && !answer.ok) return location.reload(); // the page says why
  if (answer && entry.act === act) {
    outbox.delete(topic);
    form.setAttribute('action', wanted ? `${address}/withdrawal` : address);
    form.elements.act.value = freshAct();
    await refreshOwnCount(answer);
  } else if (answer) {
    send(topic);
  }
  entry.row.classList.toggle('waiting', outbox.has(topic));
  listOutbox();
}

// `online` never fires after a real cut: try whenever the stream is heard, the page is looked at, and now and then.
function flush() {
  for (const topic of outbox.keys()) send(topic);
}
document.addEventListener('tafelrunde:heard', flush);
document.addEventListener('visibilitychange', flush);
setInterval(flush, 10_000);

function listOutbox() {
  document.getElementById('outbox')?.replaceChildren(...Array.from(outbox.values(), ({ button, at }) => {
    const line = document.createElement('li');
    const time = document.createElement('time');
    time.textContent = `${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`;
    line.append(button.getAttribute('aria-label'), time);
    return line;
  }));
}

function show(row, button, mine) {
  button.setAttribute('aria-checked', mine);
  row.classList.toggle('mine', mine);
  const number = row.querySelector('[data-number]');
  if (!number) return;
  const count = Math.max(0, Number(number.textContent) + (mine ? 1 : -1));
  number.textContent = count;
  const seats = row.querySelector('[data-seats]');
  if (seats) drawSeats(seats, count, mine);
}

// The answer is the page again (303): its line about one's own wishes is the truth.
async function refreshOwnCount(answer) {
  const line = document.getElementById('own-wishes');
  const fresh = /id="own-wishes">(.*?)<\/span>/.exec(await answer.text());
  if (line && fresh) line.textContent = fresh[1].replace(/<[^>]*>/g, '');
}

// What was typed survives a reload and a refusal: it is kept until the page that follows the form has come.
const typed = 'typed:';
for (const form of document.querySelectorAll('form[data-keep]')) {
  // What somebody goes on with has words of its own.
  const key = typed + form.getAttribute('action') + (form.elements.suggestion?.value ?? '');
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
