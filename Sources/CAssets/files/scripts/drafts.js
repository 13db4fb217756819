// What was typed into a record and has not arrived outlives its page: whichever is open next sends it, as the same act.
import { freshAct, gatheringOf } from './acts.js';
import { all, drop, keepAtOnce } from './outbox.js';

export class Drafts {
  #key;
  // From this tab some may be left of the page that was here before.
  #isKept = true;

  constructor(key) {
    this.#key = `${key}#${tabName()}`;
  }

  // Of each kind the newest; without a letter nothing.
  keep(kind, action, letter) {
    if (!letter) return;
    this.#isKept = true;
    const { act, body } = letter;
    keepAtOnce({
      key: `${this.#key}#${kind}`, act, body, action, gathering: gatheringOf(action), isDraft: true,
      page: location.pathname, label: document.title.split(' · ')[0],
    });
  }

  // All of it has arrived from the page itself.
  async withdraw() {
    if (!this.#isKept) return;
    this.#isKept = false;
    for (const entry of await all()) if (entry.key.startsWith(this.#key)) await drop(entry.key, entry.act);
  }

  // What the server refused while this page was not open, in any tab; from now on it is this page's business.
  async refused() {
    const found = (await all()).filter(({ isDraft, verdict, page }) => isDraft && verdict && page === location.pathname);
    for (const entry of found) await drop(entry.key, entry.act);
    return found.map(({ body }) => new URLSearchParams(body));
  }
}

// The same when the tab is loaded again.
function tabName() {
  const name = sessionStorage.getItem('tab') ?? freshAct();
  sessionStorage.setItem('tab', name);
  return name;
}
