"""Live streams, thousands of them, read in one loop: what a frame says, and when it came.

Sockets are read by a poll of their own inside asyncio's: a transport for each would cost the client more than the
program that it measures.
"""
import asyncio
import ctypes
import functools
import itertools
import json
import select
import socket
import struct
import time

# One source address has 28,000 ports, and the kernel looks longer for the last of them.
ADDRESSES = [f"127.0.0.{number}" for number in range(2, 41)]
OPENING_MAX = 150
FRAMES_A_TURN = 200
PACKET_BYTES = 1_400
# Linux: SO_ATTACH_FILTER, and a filter of one instruction that keeps 0 bytes of every packet.
ATTACH_FILTER = 26
KEEP_NOTHING = ctypes.create_string_buffer(struct.pack("HBBI", 0x06, 0, 0, 0))


class Frame:
    """What the server says at once: a state, a heartbeat, or that the page should load anew."""

    __slots__ = ("kind", "id", "position", "numbers", "stamps")

    def __init__(self, text):
        fields = dict(line.partition(": ")[::2] for line in text.decode().split("\n"))
        said = fields.get("data", "")
        self.id = fields.get("id")
        self.kind = fields.get("event") or ("state" if self.id else "reload")
        self.position = int(self.id.split("-")[1]) if self.id else None
        state = json.loads(said) if self.kind == "state" else {}
        self.numbers = state.get("numbers", {})
        self.stamps = state.get("stamps", {})

    @property
    def wishes(self):
        return self.numbers.get("wishes", {})


@functools.lru_cache(maxsize=512)
def read_frame(text):
    """Everyone is sent the same bytes: they are read once."""
    return Frame(text)


class Chunks:
    """The body of an answer that never ends: pieces as they come in, whole events out."""

    __slots__ = ("head", "rest", "event")

    def __init__(self):
        self.head = None
        self.rest = b""
        self.event = b""

    def take(self, data):
        """The events that are whole by now, and whether the answer has ended."""
        data = self.rest + data if self.rest else data
        at = 0
        if self.head is None:
            end = data.find(b"\r\n\r\n")
            if end < 0:
                self.rest = data
                return [], False
            self.head, at = data[:end], end + 4
        events, has_ended = [], False
        while (end := data.find(b"\r\n", at)) >= 0:
            size = int(data[at:end], 16)
            if len(data) < end + size + 4:
                break
            self.event += data[end + 2:end + 2 + size]
            at = end + size + 4
            has_ended = has_ended or size == 0
        self.rest = data[at:]
        if self.event:
            *events, self.event = self.event.split(b"\n\n")
        return events, has_ended

    @property
    def status(self):
        return int(self.head.split(b" ", 2)[1]) if self.head else None


class Stream:
    """One open page."""

    def __init__(self, hub, cookie, screen="phone"):
        self.hub, self.cookie, self.screen = hub, cookie, screen
        self.socket = None
        self.last_id = None
        self.counts = {}
        self.total = 0
        self.byte_count = 0
        self.is_paused = False

    async def open(self, after=None, source=None, receive_bytes=None):
        """Asks for the stream; returns when the first frame is there.

        `receive_bytes`: how much the kernel takes for this reader; whoever stops reading is then soon noticed.
        """
        loop = asyncio.get_running_loop()
        self.chunks = Chunks()
        self.is_open, self.is_paused, self.has_ended = False, False, False
        self.began = loop.create_future()
        self.socket = socket.socket()
        self.socket.setblocking(False)
        if receive_bytes:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_bytes)
            # As in a wireless network: for the loopback's large packets the kernel keeps megabytes.
            self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_MAXSEG, PACKET_BYTES)
        self.socket.bind((source or next(self.hub.addresses), 0))
        await loop.sock_connect(self.socket, ("127.0.0.1", self.hub.port))
        query = f"screen={self.screen}" + (f"&after={after}" if after else "")
        lines = [f"GET {self.hub.path}?{query} HTTP/1.1", f"Host: 127.0.0.1:{self.hub.port}", "Accept: text/event-stream",
                 "Accept-Language: de-DE,de;q=0.9", f"Cookie: {self.cookie}", "", ""]
        await loop.sock_sendall(self.socket, "\r\n".join(lines).encode())
        self.hub.add(self)
        try:
            await asyncio.wait_for(self.began, 60)
        except BaseException:
            self.close()
            raise
        self.is_open = True
        return self

    @property
    def port(self):
        return self.socket.getsockname()[1]

    def read(self):
        try:
            data = self.socket.recv(1 << 16)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        now = time.perf_counter()
        self.byte_count += len(data)
        events, has_ended = self.chunks.take(data) if data else ([], True)
        if self.chunks.head is not None and not self.began.done() and self.chunks.status != 200:
            self.began.set_exception(Refused(self.chunks.status))
            self.hub.remove(self)
            return
        for event in events:
            self.hear(read_frame(event), now)
        if has_ended and self.socket:
            self.end()

    def hear(self, frame, now):
        if frame.kind == "state":
            self.hub.on_state(self, frame, now)
            self.last_id = frame.id
            counts = self.counts
            for topic, number in frame.wishes.items():
                self.total += number - counts.get(topic, 0)
                counts[topic] = number
            if not self.began.done():
                self.began.set_result(now)

    def end(self):
        """The server let go of it."""
        self.has_ended = True
        if not self.began.done():
            self.began.set_exception(ConnectionError("the stream ended before its first frame"))
        self.close()
        self.hub.on_end(self)

    def pause(self):
        """Stops reading, as a phone in a tunnel does; nothing tells the server."""
        self.is_paused = True
        self.hub.remove(self)

    def resume(self):
        self.is_paused = False
        self.hub.add(self)

    def close(self, at_once=False):
        """`at_once`: with a reset instead of a farewell."""
        if self.socket is None:
            return
        self.hub.remove(self)
        if at_once:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.socket.close()
        self.socket = None
        self.is_open = False

    def vanish(self):
        """Out of reach: from now on no packet arrives and none is sent, and nothing tells the server."""
        self.hub.remove(self)
        program = struct.pack("HL", 1, ctypes.addressof(KEEP_NOTHING))
        self.socket.setsockopt(socket.SOL_SOCKET, ATTACH_FILTER, program)


class Refused(Exception):
    """A stream that was answered with something else than a stream."""


class Hub:
    """All streams of one gathering."""

    def __init__(self, port, gathering):
        self.port = port
        self.path = f"/g/{gathering}/live"
        self.addresses = itertools.cycle(ADDRESSES)
        self.poll = select.epoll()
        self.reading = {}
        self.on_state = lambda stream, frame, now: None
        self.on_end = lambda stream: None
        asyncio.get_running_loop().add_reader(self.poll.fileno(), self.drain)

    def add(self, stream):
        self.reading[stream.socket.fileno()] = stream
        self.poll.register(stream.socket.fileno(), select.EPOLLIN)

    def remove(self, stream):
        number = stream.socket.fileno()
        if self.reading.pop(number, None):
            self.poll.unregister(number)

    def drain(self):
        """Some of those that have something; then others in the loop have their turn."""
        for number, _ in self.poll.poll(0, FRAMES_A_TURN):
            if stream := self.reading.get(number):
                stream.read()

    async def open(self, streams, **options):
        """Opens them all, not too many at once."""
        turn = asyncio.Semaphore(OPENING_MAX)

        async def one(stream):
            async with turn:
                await stream.open(**options)

        await asyncio.gather(*map(one, streams))

    def close(self):
        for stream in list(self.reading.values()):
            stream.close()
        asyncio.get_running_loop().remove_reader(self.poll.fileno())
        self.poll.close()
