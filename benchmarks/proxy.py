"""A TCP proxy in front of a server that counts what the server sends, as it is on the wire."""

import asyncio
import threading
import time
from dataclasses import dataclass, field

CHUNK = 1 << 16


@dataclass
class CountingProxy:
    """Listens on a port of its own and passes everything on to `target_port`.

    `sent` counts the bytes from the server, compressed as they travel; `streamed` is the part of it that came
    over WebSockets, which carry what Streamlit sends.
    """

    target_port: int
    sent: int = 0
    streamed: int = 0
    last: float = field(default_factory=time.monotonic)

    def __post_init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._started = threading.Event()
        self.port = 0
        threading.Thread(target=self._run, daemon=True).start()
        self._started.wait()

    def quiet(self, seconds: float = 0.6, at_most: float = 15.0) -> None:
        """Wait until the server has sent nothing for some time."""
        end = time.monotonic() + at_most
        while time.monotonic() < end and time.monotonic() - self.last < seconds:
            time.sleep(0.05)

    def close(self) -> None:
        """Stop listening."""
        self._loop.call_soon_threadsafe(self._loop.stop)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(asyncio.start_server(self._serve, "127.0.0.1", 0))
        self.port = int(server.sockets[0].getsockname()[1])
        self._started.set()
        self._loop.run_forever()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = await reader.read(CHUNK)
            from_server, to_server = await asyncio.open_connection("localhost", self.target_port)
        except OSError:
            writer.close()
            return
        to_server.write(head)
        streams = b"upgrade: websocket" in head.lower()
        await asyncio.gather(
            self._pass_on(reader, to_server),
            self._pass_on(from_server, writer, counting=True, streams=streams),
            return_exceptions=True,
        )

    async def _pass_on(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        *,
        counting: bool = False,
        streams: bool = False,
    ) -> None:
        try:
            while data := await reader.read(CHUNK):
                if counting:
                    self.sent += len(data)
                    self.streamed += len(data) if streams else 0
                    self.last = time.monotonic()
                writer.write(data)
                await writer.drain()
        finally:
            writer.close()
