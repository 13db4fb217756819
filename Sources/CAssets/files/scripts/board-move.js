// Moves a session over the same forms: drag it, or pick it up with the space bar and carry it with the arrow keys.
// Enter still opens the session, so nothing depends on dragging.
import { say } from './console.js';

const words = (id, gaps = {}) => (document.getElementById(id)?.textContent ?? '')
  .replace(/\[(\w+)\]/g, (whole, gap) => gaps[gap] ?? whole);
const title = (field) => field.querySelector('h2')?.textContent.trim() ?? '';
const grid = () => document.getElementById('grid');
let carried = null; // { field, over, ghost }

function pickUp(field) {
  carried = { field, over: field };
  field.classList.add('taken');
}

function hover(field) {
  carried.over?.classList.remove('over-here');
  carried.over = field;
  if (field && field !== carried.field && mayTake(field)) field.classList.add('over-here');
}

const mayTake = (field) => !field.classList.contains('blocked');

function putDown() {
  const { field, over } = carried;
  letGo();
  if (!over || over === field || !mayTake(over)) return say(words('say-left', { title: title(field) }));
  const form = document.getElementById(over.dataset.session ? 'swap-form' : 'move-form');
  form.action = form.getAttribute('action').replace(/sessions\/[^/]+\//, `sessions/${field.dataset.session}/`);
  const values = { act: freshAct(), seen: field.dataset.seen, with: over.dataset.session, slot: over.dataset.slot, room: over.dataset.room };
  for (const [key, value] of Object.entries(values)) if (form.elements[key]) form.elements[key].value = value ?? '';
  form.requestSubmit();
}

function letGo() {
  carried.field.classList.remove('taken');
  carried.over?.classList.remove('over-here');
  carried.ghost?.remove();
  document.body.classList.remove('dragging');
  carried = null;
}

function freshAct() {
  const letters = '23456789abcdefghjkmnpqrstuvwxyz';
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => letters[byte % letters.length]).join('');
}

// By keyboard.
document.addEventListener('keydown', (event) => {
  const link = event.target.closest?.('[data-take]');
  if (!link) return;
  const field = link.closest('td');
  if (event.key === ' ') {
    event.preventDefault();
    if (carried) return putDown();
    pickUp(field);
    say(words('say-taken', { title: title(field) }));
  } else if (carried && event.key.startsWith('Arrow')) {
    event.preventDefault();
    const next = neighbour(carried.over, event.key);
    if (!next) return;
    hover(next);
    next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    tell(next);
  } else if (carried && event.key === 'Escape') {
    event.preventDefault();
    letGo();
    say(words('say-left', { title: title(field) }));
  }
});

document.addEventListener('focusout', (event) => {
  if (carried && !carried.ghost && event.target.closest?.('[data-take]')) letGo();
});

function tell(field) {
  const gaps = { place: field.dataset.place, title: title(field) };
  if (!mayTake(field)) return say(`${field.dataset.place}. ${words('say-no')}`);
  say(words(field.dataset.session && field !== carried.field ? 'say-swap' : 'say-over', gaps));
}

// The next field that way, whatever bands and long sessions lie between.
function neighbour(field, key) {
  const box = field.getBoundingClientRect();
  const center = [box.x + box.width / 2, box.y + box.height / 2];
  const [axis, sign] = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [1, -1], ArrowDown: [1, 1] }[key];
  let best = null;
  for (const other of grid().querySelectorAll('td[data-slot]')) {
    const place = other.getBoundingClientRect();
    const away = [place.x + place.width / 2 - center[0], place.y + place.height / 2 - center[1]];
    const ahead = away[axis] * sign;
    if (ahead < 8) continue;
    const distance = ahead + Math.abs(away[1 - axis]) * 3;
    if (!best || distance < best.distance) best = { other, distance };
  }
  return best?.other;
}

// By pointer: a mouse or pen drags at once; a finger scrolls and taps, and drags what it has held for a moment.
const heldMilliseconds = 350;

document.addEventListener('pointerdown', (event) => {
  const field = event.target.closest?.('#grid td[data-session]');
  if (!field?.querySelector('[data-take]') || event.button !== 0 || !event.isPrimary) return;
  const isFinger = event.pointerType === 'touch';
  const begin = () => {
    beginDrag(field);
    follow(event);
  };
  const held = isFinger ? setTimeout(begin, heldMilliseconds) : null;
  const move = (next) => {
    if (!carried?.ghost) {
      if (Math.hypot(next.clientX - event.clientX, next.clientY - event.clientY) < 8) return;
      if (isFinger) return end(next);
      begin();
    }
    follow(next);
  };
  const end = (last) => {
    clearTimeout(held);
    removeEventListener('pointermove', move);
    removeEventListener('pointerup', end);
    removeEventListener('pointercancel', end);
    if (!carried?.ghost) return;
    addEventListener('click', keepFromClicking, { capture: true, once: true });
    setTimeout(() => removeEventListener('click', keepFromClicking, { capture: true }));
    if (last.type === 'pointerup') putDown(); else letGo();
  };
  addEventListener('pointermove', move);
  addEventListener('pointerup', end);
  addEventListener('pointercancel', end);
});
// While a card is carried the page neither scrolls under it nor shows a menu for its link.
document.addEventListener('touchmove', (event) => {
  if (carried?.ghost && event.cancelable) event.preventDefault();
}, { passive: false });
document.addEventListener('contextmenu', (event) => {
  if (carried?.ghost) event.preventDefault();
});

function keepFromClicking(click) {
  click.preventDefault();
  click.stopPropagation();
}

function follow({ clientX, clientY }) {
  carried.ghost.style.transform = `translate(${clientX + 12}px, ${clientY + 12}px)`;
  hover(document.elementFromPoint(clientX, clientY)?.closest('td[data-slot]') ?? null);
  const edge = 56;
  const ahead = clientY < edge ? -1 : clientY > innerHeight - edge ? 1 : 0;
  if (ahead) scrollBy(0, ahead * 16);
}

document.addEventListener('dragstart', (event) => {
  if (event.target.closest?.('#grid')) event.preventDefault();
});

function beginDrag(field) {
  pickUp(field);
  const ghost = document.createElement('div');
  ghost.className = 'carried';
  ghost.setAttribute('aria-hidden', 'true');
  ghost.textContent = title(field);
  ghost.style.top = '0';
  ghost.style.left = '0';
  document.body.append(ghost);
  document.body.classList.add('dragging');
  carried.ghost = ghost;
}
