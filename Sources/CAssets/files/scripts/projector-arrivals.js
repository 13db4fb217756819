// Who has just come stands large for a moment, and a thread is drawn to where they come from. Several at once stand in
// the list of the newest only.
import { whenStaged } from './projector-stage.js';

const shownMs = 8000;
const lettersMax = 14; // of more it would reach into the map
let known = null; // the towns that were there before, once a map was seen
let greeted = null; // { town, name, at }

whenStaged((stage) => {
  if (!stage.querySelector('.town-map')) return;
  const here = new Map([...stage.querySelectorAll('.town-seat.here')]
    .map((seat) => [seat.dataset.town, [...seat.querySelectorAll('tspan')].map((line) => line.textContent).join('')]));
  const came = known ? [...here.keys()].filter((town) => !known.has(town)) : [];
  known = new Set(here.keys());
  for (const town of came) {
    for (const part of stage.querySelectorAll(`[data-town="${CSS.escape(town)}"]`)) part.classList.add('comes');
  }
  if (came.length) greeted = came.length === 1 ? { town: came[0], name: here.get(came[0]), at: performance.now() } : null;
  if (greeted && here.has(greeted.town)) greet(stage, greeted);
});

function greet(stage, { name, at }) {
  const line = stage.querySelector('.arrival-newest');
  const left = at + shownMs - performance.now();
  if (!line || left <= 0) return;
  const usual = line.textContent;
  line.textContent = document.getElementById('say-come').textContent.replace('[town]', name);
  line.classList.add('come');
  line.classList.toggle('long', name.length > lettersMax);
  setTimeout(() => {
    line.textContent = usual;
    line.classList.remove('come', 'long');
  }, left);
}
