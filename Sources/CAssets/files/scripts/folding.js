// Text as the server folds it, and how it comes into a field in which somebody writes.

// As the server folds it: blanks at the end of a line are nobody's words.
export const fold = (text) => text.split(/\r\n|\r|\n/).map((line) => line.trim().replace(/\s+/g, ' ')).join('\n').replace(/^\n+|\n+$/g, '');

// Only what differs is written, so that caret and selection stay with the words they were at, and the line that
// somebody has just begun stays theirs.
export function put(field, text) {
  const { folded: old, at } = places(field.value);
  if (!old && field === document.activeElement) return begin(field, text);
  let start = 0;
  while (start < Math.min(old.length, text.length) && old[start] === text[start]) start += 1;
  let end = 0;
  while (end < Math.min(old.length, text.length) - start && old[old.length - 1 - end] === text[text.length - 1 - end]) end += 1;
  const last = old.length - end;
  const from = start < old.length ? at[start] : field.value.length;
  field.setRangeText(text.slice(start, text.length - end), from, last > start ? at[last - 1] + 1 : from, 'preserve');
}

// Somebody is about to write into what was empty: what others wrote comes above, and the line with the caret stays theirs.
function begin(field, text) {
  field.value = text && field.localName === 'textarea' ? `${text}\n` : text;
  field.setSelectionRange(field.value.length, field.value.length);
}

// The folded text, and where each of its characters stands in what is typed.
function places(typed) {
  const at = [];
  const folded = fold(typed);
  let place = 0;
  for (const character of folded) {
    const isThere = character === ' ' ? (other) => /[^\S\n]/.test(other) : (other) => character.startsWith(other);
    while (place < typed.length && !isThere(typed[place])) place += 1;
    for (let unit = 0; unit < character.length; unit += 1) at.push(place + unit);
    place += character.length;
  }
  return { folded, at };
}
