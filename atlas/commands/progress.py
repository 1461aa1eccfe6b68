"""A progress bar on one line of standard error; nothing where that is not a terminal."""

import sys
from argparse import Namespace
from collections.abc import Callable

from atlas.language import Language


def bar(label: str, options: Namespace, language: Language) -> Callable[[float], None]:
    """Shows a share from 0 to 1 beside `label` whenever it is called; silent with --json."""
    if options.json or not sys.stderr.isatty():
        return _silent

    def show(share: float) -> None:
        filled = "█" * int(share * 30)
        end = "\n" if share >= 1 else ""
        line = f"\r{label} {filled:<30} {language.percent(share * 100, 0)}"
        print(line, end=end, file=sys.stderr, flush=True)

    return show


def _silent(_: float) -> None:
    """Progress that nobody watches."""
