"""Whether a browser runs on this machine, and has called it by a name of its own."""

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
    return name in ("localhost", socket.gethostname().casefold()) or _number(name) is not None


def is_at_this_machine(address: str | None) -> bool:
    """Whether a browser's address is this machine; for some spellings of it Streamlit gives None."""
    if address is None:
        return True
    number = _number(address)
    # A server that listens to both kinds of numbers sees 127.0.0.1 as ::ffff:127.0.0.1.
    number = getattr(number, "ipv4_mapped", None) or number
    return number is not None and number.is_loopback


def _number(name: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(name)
    except ValueError:
        return None
