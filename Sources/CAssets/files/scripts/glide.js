// Cards that lie elsewhere after a change move there, and new ones are laid down one after another. Nothing waits for
// it, and who wants no motion sees none.
const isStill = matchMedia('(prefers-reduced-motion: reduce)');
const easing = 'cubic-bezier(.3, 0, .2, 1)';
const laidAtOnce = 12; // of more the last ones come together

// `box` is written anew whenever something changes; a card is known by its data-card, wherever it is drawn next.
// `moves`: whether a card needs a way to where it lies now.
export function glide(box, milliseconds, moves = () => true) {
  let places = measure(box);
  const again = () => { places = measure(box); };
  new MutationObserver((changes) => {
    const before = places;
    again();
    if (isStill.matches || document.hidden) return;
    if (changes.some((change) => change.type === 'childList')) move(before, places, milliseconds, moves);
  }).observe(box, { childList: true, subtree: true, attributes: true, attributeFilter: ['hidden'] });
  addEventListener('resize', again);
}

function measure(box) {
  return new Map([...box.querySelectorAll('[data-card]')].map((card) => [card.dataset.card, { card, place: place(card, box) }]));
}

// Where a card lies on its board when it has come to rest, however far that is scrolled; nothing on a page not shown.
function place(card, box) {
  if (!card.offsetWidth) return null;
  let [x, y] = [0, 0];
  for (let part = card; part && part !== box && box.contains(part) && !part.matches('table'); part = part.offsetParent) {
    x += part.offsetLeft;
    y += part.offsetTop;
  }
  return { x, y };
}

function move(before, now, duration, moves) {
  let laid = 0;
  for (const [name, { card, place }] of now) {
    if (!place || !moves(name)) continue;
    const old = before.get(name);
    if (!old) {
      const delay = Math.min(laid, laidAtOnce) * duration / 4;
      laid += 1;
      card.animate([{ opacity: 0, translate: '0 1.2em' }, { opacity: 1, translate: '0' }], { duration, delay, easing, fill: 'backwards' });
    } else if (old.place && Math.hypot(old.place.x - place.x, old.place.y - place.y) > 1) {
      const from = `${old.place.x - place.x}px ${old.place.y - place.y}px`;
      card.animate([{ translate: from }, { translate: '0' }], { duration, easing });
    }
  }
}
