// Draws a row of seats anew when its number changes, with the same measures as the server did (Seats.swift).
const sizes = { list: [7.4, 10], board: [5.6, 7.4], now: [9, 12], pitch: [29, 43] };
const space = 'http://www.w3.org/2000/svg';

export function drawSeats(box, count, mine = false, size = 'list', perLine = 25) {
  const [dot, distance] = sizes[size];
  const step = Number(box.dataset.step ?? 1);
  const all = Math.ceil(count / step);
  if (all === 0) return box.replaceChildren();

  const svg = make('svg', { class: 'seats', 'aria-hidden': 'true' });
  const plain = mine ? all - 1 : all;
  const x = (place) => dot / 2 + (place % perLine) * distance;
  const y = (place) => dot / 2 + Math.floor(place / perLine) * distance;
  let d = '';
  for (let place = 0; place < plain; place += perLine) {
    const end = Math.min(plain, place + perLine);
    d += `M${x(place)} ${y(place)}h${(end - place - 1) * distance + 0.3 * distance}`;
  }
  if (d) svg.append(make('path', { class: 'seat-taken', d, 'stroke-width': dot, 'stroke-dasharray': `0 ${distance}` }));
  const halo = mine ? dot / 2 : 0;
  if (mine) {
    const center = { cx: x(plain) + dot / 4, cy: y(plain) };
    svg.append(make('circle', { class: 'seat-halo', ...center, r: dot * 0.83, 'stroke-width': dot * 0.23 }));
    svg.append(make('circle', { class: 'seat-mine', ...center, r: dot * 0.36 }));
  }
  const width = (Math.min(all, perLine) - 1) * distance + dot + halo;
  const height = Math.floor((all - 1) / perLine) * distance + dot + halo;
  svg.setAttribute('width', width.toFixed(2));
  svg.setAttribute('height', height.toFixed(2));
  svg.setAttribute('viewBox', `0 ${-halo / 2} ${width.toFixed(2)} ${height.toFixed(2)}`);
  box.replaceChildren(svg);
}

// A ring shows `taken` of its places: the dashes of the filled circle end there, those of the hollow ones begin.
export function fillRing(ring, taken) {
  const places = Number(ring.dataset.places);
  for (const circle of ring.querySelectorAll('circle')) {
    const filled = !circle.matches('.seat-edge, .seat-hole');
    const count = filled ? taken : places - taken;
    circle.setAttribute('stroke-dasharray', '0 1 '.repeat(Math.max(0, count - 1)) + `0 ${places}`);
    circle.setAttribute('stroke-dashoffset', filled ? 0 : -taken);
    circle.setAttribute('visibility', count < 1 ? 'hidden' : 'visible');
  }
}

function make(name, attributes) {
  const element = document.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, typeof value === 'number' ? Math.round(value * 100) / 100 : value);
  return element;
}
