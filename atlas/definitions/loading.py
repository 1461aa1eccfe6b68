"""Loads indicators.yaml, reporting everything that is wrong with it at once."""

from collections.abc import Callable, Mapping, Set
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from atlas.definitions import remedies
from atlas.definitions.checks import findings
from atlas.definitions.model import CrossMeasureRule, Definitions, Indicator, Measure, Topic, Unit
from atlas.definitions.remedies import bad_definition
from atlas.definitions.yaml_source import YamlTree, parse_yaml, read_yaml
from atlas.problems import AtlasError, Problem

INDICATORS_FILE = Path(__file__).parents[2] / "indicators.yaml"

SECTIONS = ("units", "topics", "measures", "indicators", "rules")

Entry = TypeVar("Entry", bound=BaseModel)


def load_definitions(path: Path = INDICATORS_FILE) -> Definitions:
    """Everything that a file of definitions defines.

    Raises AtlasError with one "bad_definition" problem (file, dotted key, value, remedy) for each fault, or
    "unreadable_file".
    """
    definitions, problems = read_definitions(path)
    if problems:
        raise AtlasError(*problems)
    return definitions


def read_definitions(path: Path = INDICATORS_FILE) -> tuple[Definitions, tuple[Problem, ...]]:
    """What is sound in a file of definitions, and a problem per fault, so that the rest keeps working."""
    try:
        text = read_yaml(path)
        tree, duplicates = parse_yaml(text, path.name)
    except AtlasError as error:
        return Definitions({}, {}, {}, {}, file_name=path.name), error.problems
    reader = _Reader(path.name, tree, list(duplicates))
    units, topics = reader.section("units", Unit), reader.section("topics", Topic)
    measures = reader.section("measures", Measure)
    indicators = reader.section("indicators", Indicator, lambda entry: _inherited(entry, measures))
    rules = reader.section("rules", CrossMeasureRule) if "rules" in tree else {}
    reader.refuse_other_sections()
    version = sha256(text.encode()).hexdigest()[:12]
    written = Definitions(measures, indicators, units, topics, version, path.name, rules)
    definitions = reader.without_faults(written)
    return definitions, tuple(reader.problems)


class _Reader:
    def __init__(self, file: str, tree: YamlTree, problems: list[Problem]) -> None:
        self.file = file
        self.tree = tree
        self.problems = problems
        self._failed: set[str] = set()

    def failed(self, name: Any) -> bool:
        """Whether an entry of this name is written but faulty, so that pointing to it is no second fault."""
        return name in self._failed

    def section(
        self, section: str, model: type[Entry], defaults: Callable[[YamlTree], YamlTree] = lambda _: {}
    ) -> dict[str, Entry]:
        entries = self.tree.get(section)
        if not isinstance(entries, dict):
            self._problem(section, entries, remedies.SECTION)
            return {}
        read = {
            str(name): self._entry(f"{section}.{name}", str(name), entry, model, defaults)
            for name, entry in entries.items()
        }
        self._failed.update(name for name, entry in read.items() if entry is None)
        return {name: entry for name, entry in read.items() if entry is not None}

    def without_faults(self, definitions: Definitions) -> Definitions:
        """Leave out what contradicts the rest, again and again until nothing does.

        Only a first fault is reported: what merely points to a faulty entry is left out in silence.
        """
        while faults := list(findings(definitions)):
            for key, value, remedy in faults:
                if not self.failed(value):
                    self._problem(key, value, remedy)
            faulty = {(section, name) for section, name, _ in (key.split(".", 2) for key, *_ in faults)}
            self._failed.update(name for _, name in faulty)
            definitions = replace(
                definitions,
                measures=_without(definitions.measures, faulty, "measures"),
                indicators=_without(definitions.indicators, faulty, "indicators"),
                rules=_without(definitions.rules, faulty, "rules"),
            )
        return definitions

    def refuse_other_sections(self) -> None:
        for name in self.tree:
            if name not in SECTIONS:
                self._problem(str(name), "", remedies.EXTRA)

    def _entry(
        self, key: str, name: str, entry: Any, model: type[Entry], defaults: Callable[[YamlTree], YamlTree]
    ) -> Entry | None:
        if not isinstance(entry, dict):
            self._problem(key, entry, remedies.SECTION)
            return None
        if "id" in entry:
            self._problem(f"{key}.id", entry["id"], remedies.EXTRA)
            return None
        try:
            return model.model_validate({**defaults(entry), **entry, "id": name})
        except ValidationError as error:
            for fault in error.errors(include_url=False):
                if fault["type"] == "missing" and self.failed(_single_measure(entry)):
                    continue
                parts = [str(part) for part in fault["loc"]]
                value = None if fault["type"] == "missing" else fault["input"]
                field = next((part for part in reversed(parts) if not part.isdigit()), "")
                dotted = key if parts == ["id"] else ".".join([key, *parts])
                self._problem(dotted, value, remedies.remedy_for(field, fault["type"]))
            return None

    def _problem(self, key: str, value: Any, remedy: str) -> None:
        self.problems.append(bad_definition(self.file, key, value, remedy))


def _without(entries: Mapping[str, Entry], faulty: Set[tuple[str, str]], section: str) -> Mapping[str, Entry]:
    return {name: entry for name, entry in entries.items() if (section, name) not in faulty}


def _single_measure(entry: YamlTree) -> str:
    """The measure that an indicator shows as it is; empty for a quotient or a coverage."""
    if entry.get("denominator") is not None or entry.get("coverage"):
        return ""
    return str(entry.get("numerator") or entry.get("stated") or "")


def _inherited(entry: YamlTree, measures: Mapping[str, Measure]) -> YamlTree:
    """What an indicator of a single measure takes from it; nothing for a quotient or a coverage."""
    measure = measures.get(_single_measure(entry))
    if measure is None:
        return {}
    taken = {"name": measure.name, "unit": measure.unit, "topic": measure.topic}
    told = {"definition": measure.definition, "traps": measure.traps}
    return taken | {key: text for key, text in told.items() if text is not None}
