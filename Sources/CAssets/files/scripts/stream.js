// One connection to the server's live frames, on a page or in the worker that several pages share.
import { flush } from './outbox.js';

const waitMin = 1000;
const waitMax = 30_000;
const silenceMax = 25_000; // the server's heartbeat comes every ten seconds
const lookEvery = 5000;
// What waits on this device goes out first: a stream that has told of the closing lets no late wish count.
const flushMax = 4000;

// Comes back by itself, and says what it has seen. A whole hall that lost its network comes back in different moments.
export class Stream {
  #address;
  #tell;
  #screens = new Set();
  #position = '';
  #source = null;
  #isOpen = false;
  #wait = waitMin;
  #retry = 0;
  #heardAt = Date.now();
  #turn = 0;
  #watch = 0;

  constructor(address, tell) {
    this.#address = address;
    this.#tell = tell;
  }

  // A page came that shows this, and is as new as that position: the older of the two is where the stream goes on.
  show(screens, position) {
    this.#screens = new Set(screens);
    this.#position = this.#isOpen ? older(this.#position, position) : position;
    this.#open();
  }

  // Looked at again after a while: a silent connection may be a dead one.
  wake(silence = 12_000) {
    if (Date.now() - this.#heardAt > silence) this.#open();
  }

  close() {
    this.#turn += 1;
    clearTimeout(this.#retry);
    clearInterval(this.#watch);
    this.#source?.close();
    this.#source = null;
    this.#retry = 0;
    this.#isOpen = false;
  }

  async #open() {
    this.close();
    this.#isOpen = true;
    const turn = this.#turn;
    this.#heardAt = Date.now();
    this.#watch = setInterval(() => { if (Date.now() - this.#heardAt > silenceMax) this.#lose(); }, lookEvery);
    await Promise.race([flush(), new Promise((resolve) => { setTimeout(resolve, flushMax); })]);
    if (turn !== this.#turn) return;
    const address = new URL(this.#address);
    if (this.#position) address.searchParams.set('after', this.#position);
    for (const screen of this.#screens) address.searchParams.append('screen', screen);
    const source = new EventSource(address);
    this.#source = source;
    source.onopen = () => { this.#wait = waitMin; this.#hear('open'); };
    source.onmessage = ({ data, lastEventId }) => {
      this.#position = lastEventId || this.#position;
      this.#hear('frame', data, lastEventId);
    };
    for (const kind of ['mine', 'heartbeat']) source.addEventListener(kind, ({ data }) => this.#hear(kind, data));
    source.onerror = () => { if (source === this.#source) this.#lose(); };
  }

  #hear(kind, data = '', id = '') {
    this.#heardAt = Date.now();
    this.#tell({ kind, data, id });
  }

  #lose() {
    this.close();
    this.#tell({ kind: 'lost', data: '' });
    this.#isOpen = true;
    this.#retry = setTimeout(() => this.#open(), this.#wait * (0.5 + Math.random()));
    this.#wait = Math.min(this.#wait * 2, waitMax);
  }
}

// Positions are "epoch-number-turn-eyes"; of different epochs neither means anything to the other, and all is told anew.
export function older(one, other) {
  if (!one || !other) return '';
  const [a, b] = [one, other].map((position) => position.split('-'));
  if (a[0] !== b[0]) return '';
  const difference = Number(a[1]) - Number(b[1]) || Number(a[2] ?? 0) - Number(b[2] ?? 0);
  return difference < 0 ? one : other;
}
