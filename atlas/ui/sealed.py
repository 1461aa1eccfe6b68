"""Keeps Streamlit from asking other machines for anything."""

from streamlit import net_util


def seal() -> None:
    """Stop Streamlit from asking an address on the internet what this machine is called out there.

    It would do so whenever a browser comes by a name other than localhost, to compare the two. Names by which
    a shared machine may be visited belong into the setting `server.corsAllowedOrigins`.
    """
    net_util.get_external_ip = _unknown


def _unknown() -> None:
    return None
