// Moves a session over the same forms: drag it, or pick it up with the space bar and carry it with the arrow keys.
// Enter still opens the session, so nothing depends on dragging.
import { complain, say, whenSent } from './console.js';

const words = (id, gaps = {}) => (document.getElementById(id)?.textContent ?? '')
  .replace(/\[(\w+)\]/g, (whole, gap) => gaps[gap] ?? whole);
const title = (field) => field.querySelector('h2')?.textContent.trim() ?? '';
const grid = () => document.getElementById('grid');

// What is carried is known by its id, for the board beneath is drawn anew while others act:
// { session, title, seen, over, ghost, point }
let carried = null;
let dropped = null;
// What lies where it was dropped needs no way there.
export const isDropped = (card) => card === dropped;

const held = () => grid()?.querySelector(`td[data-session="${CSS.escape(carried.session)}"]`) ?? null;

function pickUp(field) {
  carried = { session: field.dataset.session, title: title(field), seen: field.dataset.seen, over: field };
  field.classList.add('taken');
}

function hover(field) {
  carried.over?.classList.remove('over-here');
  carried.over = field;
  if (field && field !== held() && mayTake(field)) field.classList.add('over-here');
}

const mayTake = (field) => !field.classList.contains('blocked');

// With what was seen when it was picked up: whoever moved it meanwhile was faster, and the answer says so.
function putDown() {
  const { session, title: name, seen, over } = carried;
  const isBack = !over || over === held();
  letGo();
  if (isBack || !mayTake(over)) return say(words('say-left', { title: name }));
  const { slot, room, session: other } = over.dataset;
  dropped = session;
  whenSent(() => {
    const form = document.getElementById(other ? 'swap-form' : 'move-form');
    if (!form) return;
    form.action = form.getAttribute('action').replace(/sessions\/[^/]+\//, `sessions/${session}/`);
    const values = { act: freshAct(), seen, with: other, slot, room };
    for (const [key, value] of Object.entries(values)) if (form.elements[key]) form.elements[key].value = value ?? '';
    form.requestSubmit();
  });
}

function letGo() {
  held()?.classList.remove('taken');
  carried.over?.classList.remove('over-here');
  carried.ghost?.remove();
  document.body.classList.remove('dragging');
  carried = null;
}

function freshAct() {
  const letters = '23456789abcdefghjkmnpqrstuvwxyz';
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => letters[byte % letters.length]).join('');
}

// Others' changes arrive while something is carried: it stays in the hand, and what became of it is said.
document.addEventListener('tafelrunde:fresh', () => {
  setTimeout(() => { dropped = null; });
  if (!carried) return;
  const field = held();
  if (!field) {
    const gone = words('say-gone', { title: carried.title });
    letGo();
    return complain(gone);
  }
  field.classList.add('taken');
  const before = carried.over?.dataset ?? {};
  const over = carried.ghost ? under(carried.point)
    : grid().querySelector(`td[data-slot="${CSS.escape(before.slot ?? '')}"][data-room="${CSS.escape(before.room ?? '')}"]`) ?? field;
  const isOther = over?.dataset.session !== before.session;
  hover(over);
  if (!carried.ghost && !field.contains(document.activeElement)) field.querySelector('[data-take]')?.focus({ preventScroll: true });
  if (field.dataset.seen !== carried.seen && field.dataset.seen !== carried.told) {
    carried.told = field.dataset.seen;
    const moved = words('say-moved', { title: carried.title, place: field.dataset.place });
    complain(moved, false);
    if (carried.ghost) carried.ghost.dataset.note = field.dataset.place;
  } else if (isOther && !carried.ghost) {
    tell(over);
  }
});

// By keyboard.
document.addEventListener('keydown', (event) => {
  if (carried && event.key === 'Escape') {
    event.preventDefault();
    const name = carried.title;
    letGo();
    return say(words('say-left', { title: name }));
  }
  const link = event.target.closest?.('[data-take]');
  if (!link || carried?.ghost) return;
  const field = link.closest('td');
  if (event.key === ' ') {
    event.preventDefault();
    if (carried) return putDown();
    pickUp(field);
    say(words('say-taken', { title: title(field) }));
  } else if (carried && event.key.startsWith('Arrow')) {
    event.preventDefault();
    const next = neighbour(carried.over, event.key);
    if (!next) return say(words('say-edge'));
    hover(next);
    next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    tell(next);
  }
});

// Where the focus goes is known a moment later: a board that is drawn anew takes it away and gives it back.
document.addEventListener('focusout', () => {
  setTimeout(() => {
    if (carried && !carried.ghost && !held()?.contains(document.activeElement)) letGo();
  });
});

function tell(field) {
  const gaps = { place: field.dataset.place, title: title(field) };
  if (!mayTake(field)) return say(words('say-no', gaps));
  if (field === held()) return say(words('say-home', gaps));
  say(words(field.dataset.session ? 'say-swap' : 'say-over', gaps));
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
  if (!field?.querySelector('[data-take]') || event.button !== 0 || !event.isPrimary || carried?.ghost) return;
  const isFinger = event.pointerType === 'touch';
  // What was touched hears of the finger also when it is not part of the page any more.
  event.target.addEventListener('touchmove', keepFromScrolling, { passive: false });
  const session = field.dataset.session;
  const begin = () => {
    // It may have been drawn anew, or away, since the finger came down.
    const now = grid()?.querySelector(`td[data-session="${CSS.escape(session)}"]`);
    if (!now) return;
    beginDrag(now);
    follow(event);
  };
  const timer = isFinger ? setTimeout(begin, heldMilliseconds) : null;
  const move = (next) => {
    if (next.pointerId !== event.pointerId) return;
    if (!carried?.ghost) {
      if (Math.hypot(next.clientX - event.clientX, next.clientY - event.clientY) < 8) return;
      if (isFinger || wasDragged) return end(next);
      begin();
    }
    wasDragged = true;
    if (carried) follow(next);
  };
  // What was let go on the way, by Escape or because it is gone, is not picked up again by the same pointer.
  let wasDragged = false;
  const end = (last) => {
    if (last.pointerId !== event.pointerId) return;
    clearTimeout(timer);
    removeEventListener('pointermove', move);
    removeEventListener('pointerup', end);
    removeEventListener('pointercancel', end);
    event.target.removeEventListener('touchmove', keepFromScrolling);
    if (!wasDragged && !carried?.ghost) return;
    addEventListener('click', keepFromClicking, { capture: true, once: true });
    setTimeout(() => removeEventListener('click', keepFromClicking, { capture: true }));
    if (!carried?.ghost) return;
    if (last.type === 'pointerup') putDown(); else letGo();
  };
  addEventListener('pointermove', move);
  addEventListener('pointerup', end);
  addEventListener('pointercancel', end);
});
// While a card is carried the page neither scrolls under it nor shows a menu for its link.
document.addEventListener('touchmove', keepFromScrolling, { passive: false });
document.addEventListener('contextmenu', (event) => {
  if (carried?.ghost) event.preventDefault();
});

function keepFromScrolling(event) {
  if (carried?.ghost && event.cancelable) event.preventDefault();
}

function keepFromClicking(click) {
  click.preventDefault();
  click.stopPropagation();
}

const under = ({ x, y }) => document.elementFromPoint(x, y)?.closest('td[data-slot]') ?? null;

function follow({ clientX: x, clientY: y }) {
  carried.point = { x, y };
  carried.ghost.style.transform = `translate(${x + 12}px, ${y + 12}px)`;
  hover(under(carried.point));
  const edge = 56;
  const ahead = y < edge ? -1 : y > innerHeight - edge ? 1 : 0;
  if (ahead) scrollBy(0, ahead * 16);
}

document.addEventListener('dragstart', (event) => {
  if (event.target.closest?.('#grid')) event.preventDefault();
});

function beginDrag(field) {
  if (carried) letGo();
  pickUp(field);
  const ghost = document.createElement('div');
  ghost.className = 'carried';
  ghost.setAttribute('aria-hidden', 'true');
  ghost.textContent = carried.title;
  ghost.style.top = '0';
  ghost.style.left = '0';
  document.body.append(ghost);
  document.body.classList.add('dragging');
  carried.ghost = ghost;
}
