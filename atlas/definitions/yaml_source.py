"""Reads a YAML file safely, and keeps what plain YAML loses: duplicate keys and where a syntax error is."""

from pathlib import Path
from typing import Any

import yaml

from atlas.definitions.remedies import DUPLICATE, MAPPING, NO_ALIAS, SYNTAX, bad_definition
from atlas.problems import AtlasError, Problem

YamlTree = dict[str, Any]


def parse_yaml(text: str, file: str, start: str = MAPPING) -> tuple[YamlTree, tuple[Problem, ...]]:
    """The tree of a YAML text and one problem per duplicate key; `start` is the remedy for one without keys.

    Raises AtlasError "bad_definition" where the text is no YAML (the key then names the line) or no mapping.
    """
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
        tree = loader.construct_document(node) if node is not None else None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark is not None else 1
        raise AtlasError(bad_definition(file, f"line {line}", _line(text, line), SYNTAX)) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise AtlasError(bad_definition(file, "line 1", _line(text, 1), SYNTAX)) from error
    if not isinstance(tree, dict):
        raise AtlasError(bad_definition(file, "line 1", _line(text, 1), start))
    twice = (bad_definition(file, key, f"line {line}", DUPLICATE) for key, line in loader.duplicates)
    return tree, tuple(twice)


def read_yaml(path: Path) -> str:
    """The text of a file; raises AtlasError "unreadable_file" where there is none, or it is not UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise AtlasError(Problem("unreadable_file", {"file": path.name})) from error


class _Loader(yaml.SafeLoader):
    """Safe YAML that reports duplicate keys and refuses aliases, which hide where a value is written."""

    # Dates stay texts until the schema reads them: PyYAML itself stops at a date that does not exist.
    yaml_implicit_resolvers = {  # noqa: RUF012
        letter: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
        for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.duplicates: list[tuple[str, int]] = []

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            alias = self.get_event()  # type: ignore[no-untyped-call]  # missing in the stubs
            raise yaml.composer.ComposerError(None, None, NO_ALIAS, alias.start_mark)
        return super().compose_node(parent, index)

    def construct_document(self, node: yaml.Node) -> Any:
        self._find_duplicates(node, "")
        return super().construct_document(node)

    def _find_duplicates(self, node: yaml.Node, path: str) -> None:
        if not isinstance(node, yaml.MappingNode):
            return
        seen: set[str] = set()
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                continue
            dotted = f"{path}.{key.value}" if path else str(key.value)
            if key.value in seen:
                self.duplicates.append((dotted, key.start_mark.line + 1))
            seen.add(key.value)
            self._find_duplicates(value, dotted)


def _line(text: str, number: int) -> str:
    lines = text.splitlines() or [""]
    return lines[min(number, len(lines)) - 1].strip()
