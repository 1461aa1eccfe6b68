"""Whether a browser has called this machine by a name of its own."""

import ipaddress
import socket
from urllib.parse import urlsplit


def is_own_address(host: str) -> bool:
    """Whether a Host header names this machine: by localhost, by its own name, or by a number.

    Any website can let its own name point to this machine, and would then act with the rights of whoever uses
    it; and a private machine that a proxy shows to others is none.
    """
    try:
        name = urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return False
    return name in ("localhost", socket.gethostname().casefold()) or _is_number(name)


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
