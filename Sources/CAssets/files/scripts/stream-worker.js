// Holds one stream for each gathering that this browser has open, whatever the number of its pages: a browser has few
// connections to one address, and a page that finds none of them free does not come at all.
import { Stream } from './stream.js';

const rooms = new Map();
// A page that was closed says so; one that crashed or was frozen is silent.
const silenceMax = 300_000;

globalThis.onconnect = ({ ports: [port] }) => {
  port.onmessage = ({ data }) => {
    if (data.kind === 'show') show(port, data);
    else if (data.kind === 'leave') leave(port, data.address);
    else visit(port, data);
  };
};

function show(port, { address, screen, position }) {
  const room = rooms.get(address) ?? { pages: new Map(), stream: new Stream(address, (told) => tell(address, told)) };
  rooms.set(address, room);
  room.pages.set(port, { screen, seenAt: Date.now() });
  port.postMessage({ kind: 'here', data: '' });
  room.stream.show(screensOf(room), position);
}

function visit(port, { kind, address, screen, position }) {
  const room = rooms.get(address);
  if (!room?.pages.has(port)) return show(port, { address, screen, position });
  room.pages.get(port).seenAt = Date.now();
  if (kind === 'wake') room.stream.wake();
}

function leave(port, address) {
  const room = rooms.get(address);
  if (!room?.pages.delete(port) || room.pages.size) return;
  room.stream.close();
  rooms.delete(address);
}

function tell(address, told) {
  const room = rooms.get(address);
  for (const [port, page] of room?.pages ?? []) {
    if (Date.now() - page.seenAt > silenceMax) leave(port, address);
    else port.postMessage(told);
  }
}

const screensOf = (room) => new Set([...room.pages.values()].map(({ screen }) => screen));
