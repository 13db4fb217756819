"""Kept connections that send forms and fetch pages, many in one loop."""
import asyncio
import time
import urllib.parse


class Answer:
    __slots__ = ("status", "headers", "body", "at")

    def __init__(self, status, headers, body, at):
        self.status, self.headers, self.body, self.at = status, headers, body, at

    @property
    def cookie(self):
        return self.headers.get("set-cookie", "").split(";")[0]


class Line(asyncio.Protocol):
    """One connection, one request at a time. `source`: the address that the server sees."""

    def __init__(self, port, source=None):
        self.port, self.source = port, source
        self.transport = None
        self.answer = None
        self.rest = b""

    async def ask(self, method, path, fields=None, cookie=None):
        """Raises `ConnectionError` when the answer never came: then nobody knows whether it was done."""
        if self.transport is None:
            loop = asyncio.get_running_loop()
            local = (self.source, 0) if self.source else None
            await loop.create_connection(lambda: self, "127.0.0.1", self.port, local_addr=local)
        self.answer = asyncio.get_running_loop().create_future()
        self.transport.write(self._request(method, path, fields, cookie))
        return await asyncio.wait_for(self.answer, 60)

    def _request(self, method, path, fields, cookie):
        head = f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nAccept-Language: de-DE,de;q=0.9\r\n"
        if cookie:
            head += f"Cookie: {cookie}\r\n"
        if fields is None:
            return f"{head}\r\n".encode()
        body = urllib.parse.urlencode(fields).encode()
        head += "Sec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body

    def cut(self):
        """Lets go in the middle of whatever goes on."""
        if self.transport:
            self.transport.abort()

    def close(self):
        if self.transport:
            self.transport.close()

    def connection_made(self, transport):
        self.transport = transport
        self.rest = b""

    def connection_lost(self, exc):
        self.transport = None
        if self.answer and not self.answer.done():
            self.answer.set_exception(ConnectionError("the connection was lost before the answer"))

    def data_received(self, data):
        self.rest += data
        end = self.rest.find(b"\r\n\r\n")
        if end < 0:
            return
        status, *lines = self.rest[:end].decode("latin-1").split("\r\n")
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
        size = int(headers.get("content-length", 0))
        if len(self.rest) < end + 4 + size:
            return
        body, self.rest = self.rest[end + 4:end + 4 + size], self.rest[end + 4 + size:]
        if self.answer and not self.answer.done():
            self.answer.set_result(Answer(int(status.split(" ")[1]), headers, body, time.perf_counter()))


class Lines:
    """So many connections, each lent to one at a time."""

    def __init__(self, port, count):
        self.free = asyncio.LifoQueue()
        self.all = [Line(port) for _ in range(count)]
        for line in self.all:
            self.free.put_nowait(line)

    async def ask(self, *arguments):
        line = await self.free.get()
        try:
            return await line.ask(*arguments)
        finally:
            self.free.put_nowait(line)

    def close(self):
        for line in self.all:
            line.close()
