// The console: the same forms without leaving the page, and every region fresh when another moderator acts.
import './timer.js';
import './live.js';

const busyMax = 60_000;
let isSending = false;

// Reads a page without running it; what is parsed this way needs no right to write HTML.
export function read(address, { method = 'GET', body = null } = {}) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, address);
    request.responseType = 'document';
    request.timeout = busyMax;
    request.setRequestHeader('Accept', 'text/html');
    if (body) request.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded');
    request.onload = () => (request.response ? resolve({ page: request.response, address: request.responseURL }) : reject());
    request.onerror = reject;
    request.ontimeout = reject;
    request.send(body);
  });
}

document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== 'post') return;
  event.preventDefault();
  if (isSending) return;
  isSending = true;
  document.body.setAttribute('aria-busy', 'true');
  const focus = remember(event.submitter ?? form);
  try {
    const body = new URLSearchParams(new FormData(form, event.submitter)).toString();
    const answer = await read(form.action, { method: 'POST', body });
    arrive(answer, focus, form.action);
  } catch {
    form.submit(); // the browser's own page says what is wrong
  } finally {
    isSending = false;
    document.body.removeAttribute('aria-busy');
  }
});

// The same page again: only its regions change. Another one: go there. The answer to the form itself shows something
// once, a code or a link: it cannot be asked for again.
function arrive({ page, address }, focus, asked) {
  const here = new URL(location.href);
  const there = new URL(address);
  if (address === asked && !page.querySelector('[role="alert"]')) return showOnce(page);
  if (!page.querySelector('[data-fresh]') || !document.querySelector('[data-fresh]')) return location.assign(address);
  if (there.pathname === here.pathname) history.replaceState(null, '', there);
  else if (!page.querySelector('[role="alert"]')) return location.assign(address);
  freshen(page, true);
  find(focus)?.focus();
  say(page.querySelector('[role="alert"], .told, .undo p')?.textContent);
}

function showOnce(page) {
  const main = document.getElementById('content');
  document.title = page.title;
  main.replaceChildren(...[...page.getElementById('content').childNodes].map((node) => document.importNode(node, true)));
  scrollTo(0, 0);
  main.focus();
  say(main.querySelector('.shown-code h2, .told')?.textContent);
}

function freshen(page, isOwnAct = false) {
  document.title = page.title;
  document.body.className = page.body.className;
  for (const region of document.querySelectorAll('[data-fresh]')) {
    const fresh = page.getElementById(region.id);
    if (!fresh || region.innerHTML === fresh.innerHTML) continue;
    const active = region.contains(document.activeElement) ? document.activeElement : null;
    if (!isOwnAct && (active?.matches('input, textarea, select') || region.querySelector('details[open]'))) continue;
    const focus = active && remember(active);
    region.replaceChildren(...[...fresh.childNodes].map((node) => document.importNode(node, true)));
    if (focus) find(focus)?.focus();
  }
  document.dispatchEvent(new CustomEvent('tafelrunde:fresh'));
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
    ?? all.find((e) => words && name(e) === words) ?? document.getElementById('content');
}

const name = (element) => (element.getAttribute('aria-label') ?? element.textContent).trim().split(':')[0]
  + (element.getAttribute('aria-label') ?? '').slice(-20);

export function say(text) {
  const line = document.getElementById('said');
  if (!line || !text) return;
  line.textContent = '';
  setTimeout(() => { line.textContent = text.trim(); }, 60);
}

// Somebody else acted: at most one look a second, and never under a hand that drags.
let isWaiting = false;
document.addEventListener('tafelrunde:frame', () => {
  if (isWaiting || !document.querySelector('[data-fresh]')) return;
  isWaiting = true;
  setTimeout(async () => {
    isWaiting = false;
    if (isSending || document.body.classList.contains('dragging')) return;
    const answer = await read(location.href).catch(() => null);
    if (answer && answer.address === location.href.split('#')[0]) freshen(answer.page);
  }, 1000);
});
