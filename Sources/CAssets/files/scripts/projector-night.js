// What keeps the wall from going dark, out of date or silent while nobody looks after it for a night.
import { whenStaged } from './projector-stage.js';

const silenceMax = 25_000; // the server's heartbeat comes every ten seconds
const lookMs = 5000;
const idleMs = 3000;

// Another version of the program draws for another style sheet: the page is loaded anew before its picture is seen.
let assets = null;
whenStaged((stage) => {
  const drawn = stage.querySelector('[data-assets]')?.dataset.assets;
  assets ??= drawn;
  if (drawn && drawn !== assets) loadAnew();
});

// A page that is loaded while the server is away would never come back: it waits until somebody answers.
let isLoading = false;

async function loadAnew() {
  if (isLoading) return;
  isLoading = true;
  while (!await answers()) await new Promise((resolve) => { setTimeout(resolve, lookMs); });
  location.reload();
}

// Whatever the server itself says is an answer, also that there is nothing here any more; what stands before it says 502.
async function answers() {
  const answer = await fetch(location.href, { cache: 'no-store' }).catch(() => null);
  return answer && answer.status < 500 ? answer : null;
}

document.addEventListener('tafelrunde:reload', (event) => {
  event.preventDefault();
  loadAnew();
});

// Silence is said, for a picture that stands still looks like one that is right.
let heardAt = Date.now();
const lost = document.getElementById('lost');
document.addEventListener('tafelrunde:heard', () => {
  heardAt = Date.now();
  lost.hidden = true;
});

setInterval(async () => {
  if (Date.now() - heardAt < silenceMax) return;
  if (lost.hidden) {
    const since = new Date(heardAt);
    document.getElementById('lost-since').textContent = `${since.getHours()}:${String(since.getMinutes()).padStart(2, '0')}`;
    lost.hidden = false;
  }
  const answer = await answers();
  if (answer && !answer.ok) loadAnew();
}, lookMs);

// A projector that sleeps is a black wall. The lock is let go whenever the page is not seen, and by some devices for
// reasons of their own.
async function stayAwake() {
  if (document.hidden) return;
  const lock = await navigator.wakeLock?.request('screen').catch(() => null);
  lock?.addEventListener('release', () => setTimeout(stayAwake, lookMs), { once: true });
}
document.addEventListener('visibilitychange', stayAwake);
stayAwake();

// Nobody needs the pointer here; who moves it sees it.
let resting = null;
document.addEventListener('pointermove', () => {
  document.body.classList.remove('idle');
  clearTimeout(resting);
  resting = setTimeout(() => document.body.classList.add('idle'), idleMs);
});
