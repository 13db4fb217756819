// The hall: live, counting down, and turning the pages of what does not fit at once.
import './timer.js';
import './live.js';

let turned = 0;

setInterval(() => {
  turned += 1;
  for (const box of document.querySelectorAll('.stage-pages, .page-count')) {
    const seconds = Number(box.dataset.seconds ?? document.querySelector('.stage-pages')?.dataset.seconds ?? 15);
    const pages = [...box.children];
    if (pages.length < 2) continue;
    const shown = Math.floor(turned / seconds) % pages.length;
    pages.forEach((page, index) => { page.hidden = index !== shown; });
  }
}, 1000);

// A projector that sleeps is a black wall.
const stayAwake = () => navigator.wakeLock?.request('screen').catch(() => {});
document.addEventListener('visibilitychange', () => { if (!document.hidden) stayAwake(); });
stayAwake();
