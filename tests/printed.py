"""What a deck shows once LibreOffice has drawn it."""

import shutil
import subprocess
from pathlib import Path

CAN_PRINT = bool(shutil.which("soffice") and shutil.which("pdftotext"))
"""Whether this machine has LibreOffice and a reader of PDF."""


def printed_text(deck: Path) -> str:
    """The text of a deck as LibreOffice draws it; its pages are left beside the deck.

    The profile is the deck's own: two that are opened at the same time would refuse each other's.
    """
    folder = deck.parent
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(deck)]
    subprocess.run(command, check=True, capture_output=True, timeout=400)
    pages = deck.with_suffix(".pdf")
    read = ["pdftotext", "-layout", str(pages), "-"]
    return subprocess.run(read, check=True, capture_output=True, text=True).stdout
