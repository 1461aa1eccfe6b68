"""How much memory a program has taken."""

import sys
from pathlib import Path

_STATUS = Path("/proc/self/status")


def peak() -> int:
    """The most bytes that this program has held in memory at once since it began, libraries included.

    On Linux `ru_maxrss` of a program also counts what the one that started it had taken before, however small
    itself; the kernel's own line about this program does not.
    """
    if _STATUS.exists():
        line = next(line for line in _STATUS.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) * 1024
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024
