// Why an act was refused, said beside the form it was made with: also when the page was fetched anew meanwhile.
import { policy } from './trust.js';

// Sentences by the addresses of forms, and where else than beside the form each is to stand.
const refusals = new Map();

// A form's address, and that of what takes its act back, are one place.
const placeOf = (address) => new URL(address, location.href).pathname.replace(/\/withdrawal$/, '');

export const parse = (html) => new DOMParser().parseFromString(policy.createHTML(html), 'text/html');

// What a page says of why it is no other one.
export function sentence(page) {
  const parts = page.querySelectorAll('#content [role="alert"], #content .problems li, #content .field .error');
  const found = parts.length ? parts : page.querySelectorAll('#content h1, #content .empty p, #content h1 + p');
  const texts = [...found].map((part) => part.textContent.trim().replace(/\s+/g, ' '));
  return [...new Set(texts)].map((text) => (/[.!?]$/.test(text) ? text : `${text}.`)).join(' ');
}

// `findRow`: where the form may go while what it is about stays.
export function tellRefusal(address, text, findRow = () => null) {
  refusals.set(placeOf(address), { text, findRow });
  show();
}

// Somebody tries once more.
export function forgetRefusal(address) {
  if (refusals.delete(placeOf(address))) show();
}

function show() {
  for (const line of document.querySelectorAll('.act-refused')) line.remove();
  const forms = [...document.querySelectorAll('main form[action]')];
  for (const [place, { text, findRow }] of refusals) {
    const form = forms.find((one) => placeOf(one.getAttribute('action')) === place);
    const line = document.createElement('p');
    line.className = 'error act-refused';
    line.setAttribute('role', 'alert');
    line.textContent = text;
    const row = findRow() ?? form?.closest('.session, .wish-line, li');
    if (row) row.append(line); else form?.after(line);
  }
}

document.addEventListener('tafelrunde:freshened', show);
