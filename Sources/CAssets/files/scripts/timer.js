// Counts down on the device: the page says when it ends, in milliseconds of the server's clock.
import { fillRing } from './seats.js';

let skew = 0; // server minus device

export function setServerTime(milliseconds) {
  skew = milliseconds - Date.now();
}

function tick() {
  for (const timer of document.querySelectorAll('[role="timer"][data-end]')) {
    const left = Math.max(0, (Number(timer.dataset.end) - Date.now() - skew) / 1000);
    const inMinutes = timer.dataset.unit === 'minutes';
    show(timer, inMinutes ? Math.ceil(left / 60) : Math.ceil(left));
  }
}

function show(timer, left) {
  if (timer.dataset.left === String(left)) return;
  timer.dataset.left = left;

  const number = timer.querySelector('.ring-number');
  const text = number ?? timer;
  text.textContent = number ? left : timer.textContent.replace(/\d+/, left);
  const label = timer.getAttribute('aria-label');
  if (label) timer.setAttribute('aria-label', label.replace(/\d+/, left));
  const ring = timer.querySelector('.ring');
  if (ring) fillRing(ring, Math.min(left, Number(ring.dataset.places)));
}

tick();
setInterval(tick, 1000);
