"""A proxy that lets nothing through and remembers who wanted to go where."""

from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


@dataclass
class RefusingProxy:
    """Stands where a program that honours the usual proxy variables would leave the machine."""

    requests: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        requests = self.requests

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                requests.append(f"{self.command} {self.path}")
                self.send_error(403)

            do_CONNECT = do_HEAD = do_POST = do_GET  # noqa: N815  (names that http.server looks up)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        Thread(target=self._server.serve_forever, daemon=True).start()

    def environment(self) -> dict[str, str]:
        """Variables that send a program's requests here, except those to this machine."""
        address = f"http://127.0.0.1:{self._server.server_port}"
        names = ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")
        return {
            **dict.fromkeys(names, address),
            "no_proxy": "localhost,127.0.0.1",
            "NO_PROXY": "localhost,127.0.0.1",
        }

    def close(self) -> None:
        """Stop listening."""
        self._server.shutdown()
        self._server.server_close()
