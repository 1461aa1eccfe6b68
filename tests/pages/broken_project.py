"""Opens pages of the project in the current folder, in both languages, and writes what they say as JSON.

Run in a copy of the project in which something has been damaged, by a Python of its own.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def read(markdown: str) -> str:
    """What a person reads: in Markdown a backslash before a punctuation mark is not shown."""
    return ESCAPED.sub(r"\1", markdown)


def opened(lang: str, page: str, query: dict[str, str]) -> dict[str, Any]:
    """What one page says."""
    app = AppTest.from_file(str(Path("atlas/ui/dashboard.py").resolve()), default_timeout=120)
    for name, value in {**query, "lang": lang}.items():
        app.query_params[name] = value
    app.run()
    if page != "map":
        app.switch_page(str(Path(f"pages/{page}.py").resolve())).run()
    return {
        "complaints": [read(element.value) for element in (*app.error, *app.warning)],
        "failures": [f"{element.message} {element.value}" for element in app.exception],
        "html": "\n".join(element.proto.body for element in app.get("html")),
        "map": len(app.get("component_instance")) + len(app.get("bidi_component")),
        "rows": len(app.dataframe[0].value) if len(app.dataframe) else 0,
    }


if __name__ == "__main__":
    asked = json.loads(sys.argv[1])
    answers = [opened(lang, page, query) for page, query in asked for lang in ("en", "zh")]
    Path(sys.argv[2]).write_text(json.dumps(answers), encoding="utf-8")
