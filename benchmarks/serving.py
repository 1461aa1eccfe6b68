"""Servers under measurement: started on a free port, with a counting proxy in front."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from benchmarks.proxy import CountingProxy

START_SECONDS = 90
REST_SECONDS = 120
IDLE = 0.1


@dataclass(frozen=True)
class Server:
    """A running `streamlit run`; visitors come through the proxy."""

    process: subprocess.Popen[bytes]
    proxy: CountingProxy

    @property
    def url(self) -> str:
        """Where a browser finds it."""
        return f"http://localhost:{self.proxy.port}"

    def processor_seconds(self) -> float:
        """Processor time that the process has used so far, in all its threads."""
        after_name = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(after_name[11]) + int(after_name[12])) / os.sysconf("SC_CLK_TCK")

    def rest(self) -> None:
        """Wait until the process has nothing to do: what it computes ahead is no visitor's doing."""
        end = time.monotonic() + REST_SECONDS
        used = float("inf")
        while used > IDLE and time.monotonic() < end:
            before = self.processor_seconds()
            time.sleep(2)
            used = self.processor_seconds() - before


@contextmanager
def serving(script: str, folder: Path, environment: Mapping[str, str], *options: str) -> Iterator[Server]:
    """Run `script` with `streamlit run` in `folder` until the context ends."""
    port = _free_port()
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port)]
    command += ["--server.headless", "true", *options]
    log = Path(environment["BENCHMARK_FOLDER"]) / f"{Path(script).stem}-{port}.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **environment}, stdout=output, stderr=output
        )
    proxy = CountingProxy(port)
    try:
        _wait_until_healthy(f"http://localhost:{port}/_stcore/health", process)
        yield Server(process, proxy)
    except Exception as error:
        error.add_note(f"{script} wrote last:\n{_end_of(log)}")
        raise
    finally:
        proxy.close()
        process.terminate()
        process.wait(timeout=20)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_healthy(url: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            with urlopen(url, timeout=2) as answer:  # noqa: S310 - the benchmark's own server
                if answer.status == 200:
                    return
        except (URLError, OSError):
            time.sleep(0.2)
    raise RuntimeError(f"{url} did not start")


def _end_of(log: Path) -> str:
    return log.read_text(encoding="utf-8", errors="replace")[-3000:]
