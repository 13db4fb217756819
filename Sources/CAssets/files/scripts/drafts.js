// What was typed into a record and has not arrived outlives its page: whichever is open next sends it, as the same act.
import { gatheringOf, tabName } from './acts.js';
import { all, drop, keepAtOnce } from './outbox.js';

// An open page says more often than this that it is still there.
const heldFor = 30_000;

export class Drafts {
  #key;
  // From this tab some may be left of the page that was here before.
  #isKept = true;
  #isSetAside = false;

  // Whether this page has set something aside that is not withdrawn.
  get isSetAside() { return this.#isSetAside; }

  constructor(key) {
    this.#key = `${key}#${tabName()}`;
  }

  // Letters, which stay as they are, and what is not one yet: it changes as long as somebody types here, and is nobody
  // else's meanwhile. The newest has a key of its own, so that one step puts a letter in the place of what it grew from.
  keep(action, letters, typed) {
    this.#isKept = this.#isSetAside = true;
    const all = typed ? [...letters, typed] : letters;
    for (const letter of all) {
      const { act, body } = letter;
      keepAtOnce({
        key: `${this.#key}#${letter === all.at(-1) ? 'newest' : act}`, act, body, action, gathering: gatheringOf(action),
        isDraft: true, heldUntil: letter === typed ? Date.now() + heldFor : 0, page: location.pathname,
        label: document.title.split(' · ')[0],
      });
    }
  }

  // This page was loaded again, and knows by itself what was typed on it.
  async reclaim() {
    for (const { key, act, heldUntil } of await all()) if (heldUntil && key.startsWith(this.#key)) await drop(key, act);
  }

  // All of it has arrived from the page itself.
  async withdraw() {
    if (!this.#isKept) return;
    this.#isKept = this.#isSetAside = false;
    for (const entry of await all()) if (entry.key.startsWith(this.#key)) await drop(entry.key, entry.act);
  }

  // What the server refused while this page was not open, in any tab; from now on it is this page's business.
  async refused() {
    const found = (await all()).filter(({ isDraft, verdict, page }) => isDraft && verdict && page === location.pathname);
    for (const entry of found) await drop(entry.key, entry.act);
    return found.map(({ body }) => new URLSearchParams(body));
  }
}
