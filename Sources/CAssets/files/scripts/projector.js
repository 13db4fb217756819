// The hall: live, counting down, and turning the pages of what does not fit at once.
import './timer.js';
import './live.js';
import './projector-arrivals.js';
import './projector-night.js';
import { glide } from './glide.js';
import { whenStaged } from './projector-stage.js';

const glideMs = 600; // across a wall; read from ten metres, a card is followed by the eye

let turned = 0;

function turn() {
  for (const box of document.querySelectorAll('.stage-pages, .page-count')) {
    const seconds = Number(box.dataset.seconds ?? document.querySelector('.stage-pages')?.dataset.seconds ?? 15);
    const pages = [...box.children];
    if (pages.length < 2) continue;
    const shown = Math.floor(turned / seconds) % pages.length;
    pages.forEach((page, index) => { if (page.hidden !== (index !== shown)) page.hidden = index !== shown; });
  }
}

setInterval(() => {
  turned += 1;
  turn();
}, 1000);

// What is drawn anew shows the page that was open.
whenStaged(turn);
glide(document.getElementById('stage'), glideMs);
