// Follows the gathering's stream, shared with the other pages of this browser where it can be shared.
import { Stream } from './stream.js';
import { policy } from './trust.js';

const answerMax = 3000;
const visitEvery = 60_000;

// `position`: what the page is as new as, asked for whenever the stream is told anew.
export function follow({ address, screen, position, hear }) {
  const page = () => ({ address: new URL(address, location.href).href, screen, position: position() });
  if (!globalThis.SharedWorker) return alone(page, hear);
  let worker;
  try {
    const script = policy.createScriptURL(new URL('./stream-worker.js', import.meta.url).href);
    worker = new SharedWorker(script, { type: 'module' });
  } catch {
    return alone(page, hear);
  }
  const send = (kind) => worker.port.postMessage({ kind, ...page() });
  let isAlone = false;
  const goAlone = () => {
    if (isAlone) return;
    isAlone = true;
    alone(page, hear);
  };
  const timer = setTimeout(goAlone, answerMax);
  worker.onerror = () => { clearTimeout(timer); goAlone(); };
  worker.port.onmessage = ({ data }) => {
    clearTimeout(timer);
    if (!isAlone && data.kind !== 'here') hear(data);
  };
  send('show');
  setInterval(() => { if (!isAlone) send('visit'); }, visitEvery);
  document.addEventListener('visibilitychange', () => { if (!isAlone && !document.hidden) send('wake'); });
  addEventListener('pagehide', () => send('leave'));
  addEventListener('pageshow', (event) => { if (event.persisted && !isAlone) send('show'); });
}

// Without a worker a page that nobody looks at gives its connection back: phones have no worker, and one page in sight.
function alone(page, hear) {
  const stream = new Stream(page().address, hear);
  const open = () => stream.show([page().screen], page().position);
  const hiddenMax = 60_000;
  let hiding = 0;
  let isOpen = true;
  open();
  document.addEventListener('visibilitychange', () => {
    clearTimeout(hiding);
    if (document.hidden) hiding = setTimeout(() => { isOpen = false; stream.close(); }, hiddenMax);
    else if (isOpen) stream.wake();
    else { isOpen = true; open(); }
  });
  addEventListener('pagehide', () => stream.close());
  addEventListener('pageshow', (event) => { if (event.persisted) open(); });
}
