// What was typed into a record and never arrived is sent from whichever page is open next.
import { read } from './read.js';

const prefix = 'record:';
export const keyOf = (path) => prefix + path;

let isSending = false;
document.addEventListener('tafelrunde:heard', sendAll);
sendAll();

async function sendAll() {
  if (isSending) return;
  isSending = true;
  // The form itself, when it is open, knows better what has arrived.
  const keys = Object.keys(sessionStorage).filter((key) => key.startsWith(prefix) && key !== keyOf(location.pathname));
  for (const key of keys) await send(key).catch(() => {});
  isSending = false;
}

// Letter by letter, each the same act as before. What was refused waits for whoever opens the form again.
async function send(key) {
  const entry = JSON.parse(sessionStorage.getItem(key));
  let isWhole = true;
  while (entry.letters?.length) {
    const answer = await read(entry.action, { method: 'POST', body: entry.letters[0] });
    if (answer.status >= 500 || answer.status === 429) return;
    isWhole &&= answer.status === 200;
    entry.letters.shift();
    entry.pending = null;
    sessionStorage.setItem(key, JSON.stringify(entry));
    if (isWhole && !entry.letters.length) sessionStorage.removeItem(key);
  }
}
