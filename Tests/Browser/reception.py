"""Bad reception: what lies between a browser and the server, and can be cut."""
import asyncio
import threading
import types

from screens import Screens


class Reception:
    """A way to the server that somebody walks in and out of.

    `good`: everything goes through. `none`: open connections break, new ones are refused. `swallowed`: connections stay and
    carry nothing until it is good again, as in a network that is too full. `deaf`: what is sent arrives, and no answer comes.
    """

    def __init__(self, address):
        self.host, _, port = address.removeprefix("http://").partition(":")
        self.port = int(port)
        self.state = "good"
        self.pipes = set()
        self.loop = asyncio.new_event_loop()
        started = threading.Event()
        self.thread = threading.Thread(target=self._run, args=(started,), daemon=True)
        self.thread.start()
        assert started.wait(10)

    def set(self, state):
        self._do(self._set, state)

    def close(self):
        self._do(self._set, "none")
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(10)

    @property
    def streams(self):
        """How many connections are open just now."""
        return len(self.pipes) // 2

    def _do(self, what, *values):
        done = threading.Event()

        def run():
            what(*values)
            done.set()
        self.loop.call_soon_threadsafe(run)
        assert done.wait(10)

    def _run(self, started):
        asyncio.set_event_loop(self.loop)
        self.flows = asyncio.Event()
        self.flows.set()
        server = self.loop.run_until_complete(asyncio.start_server(self._accept, "127.0.0.1", 0))
        self.address = "http://{}:{}".format(*server.sockets[0].getsockname())
        started.set()
        self.loop.run_forever()

    def _set(self, state):
        self.state = state
        if state == "swallowed":
            self.flows.clear()
        else:
            self.flows.set()
        if state == "none":
            for writer in list(self.pipes):
                writer.transport.abort()

    async def _accept(self, reader, writer):
        if self.state == "none":
            return writer.transport.abort()
        try:
            up_reader, up_writer = await asyncio.open_connection(self.host, self.port)
        except OSError:
            return writer.transport.abort()
        self.pipes |= {writer, up_writer}
        try:
            await asyncio.gather(self._pipe(reader, up_writer, False), self._pipe(up_reader, writer, True))
        finally:
            for one in (writer, up_writer):
                one.transport.abort()
                self.pipes.discard(one)

    async def _pipe(self, reader, writer, is_answer):
        try:
            while data := await reader.read(65536):
                await self.flows.wait()
                if is_answer and self.state == "deaf":
                    break
                writer.write(data)
                await writer.drain()
        except OSError:
            pass
        finally:
            writer.transport.abort()


def behind_walls(reception, engine):
    walls = Screens(types.SimpleNamespace(address=reception.address), engine, engine)
    # The browsers log each connection that is cut, and each answer that is a refusal.
    walls.expected += [
        "ERR_", "NS_ERROR", "Failed to load resource", "can’t establish a connection", "was interrupted", "NetworkError",
        "Cross-Origin Request Blocked", "Load failed", "fetching the script", "status of 4", "Service worker",
        "ServiceWorker passed an Error Response", "A ServiceWorker intercepted the request"]
    return walls
