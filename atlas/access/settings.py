"""The access file: who may upload what, where a second person is asked for, and how long a visit lasts."""

import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    ValidationError,
    model_validator,
)

from atlas.access.actor import Role
from atlas.definitions.remedies import EXTRA, SECTION, YES_NO, bad_definition
from atlas.definitions.yaml_source import YamlTree, parse_yaml, read_yaml
from atlas.divisions import COUNTRY, Divisions
from atlas.messages import N_
from atlas.problems import AtlasError, Problem

ACCESS_FILE = "access.yaml"

START = N_("Start the file with private_machine:, four_eyes:, session_minutes:, people: or groups:.")
ROLE = N_("Write role: viewer, contributor, reviewer or administrator.")
DIVISIONS = N_('Write the codes of divisions in a list: ["520100", "520200"]; 000000 is the whole country.')
UNKNOWN_DIVISION = N_("No division has this code. Use the code of a current division.")
FOUR_EYES = N_("Write true, false, or the codes of the divisions where a second person must release figures.")
MINUTES = N_("Write a number of minutes from 5 to 1440.")
TWICE = N_("Capital and small letters are the same here, so this name is written twice. Keep one of the two.")
REMEDIES = {
    "private_machine": YES_NO,
    "four_eyes": FOUR_EYES,
    "session_minutes": MINUTES,
    "people": SECTION,
    "groups": SECTION,
    "role": ROLE,
    "divisions": DIVISIONS,
}


def person_key(name: object) -> str:
    """The form in which names of people and groups are compared; full-width and capital letters are equal."""
    return unicodedata.normalize("NFKC", str(name)).strip().casefold()


def _codes(value: Any) -> Any:
    """Codes as texts: YAML reads 520100 as a number, and 000000 as nought."""
    if not isinstance(value, list):
        return value
    return tuple(f"{code:06d}" if type(code) is int else code for code in value)


def _places(value: Any) -> Any:
    if isinstance(value, bool):
        return (COUNTRY,) if value else ()
    return _codes(value)


class Person(BaseModel):
    """The role of a person or of everybody in a group, and the divisions that they answer for."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    role: Role
    divisions: Annotated[tuple[str, ...], BeforeValidator(_codes)] = ()

    @model_validator(mode="after")
    def _has_divisions(self) -> "Person":
        if self.role in (Role.CONTRIBUTOR, Role.REVIEWER) and not self.divisions:
            raise ValueError(DIVISIONS)
        return self


class Settings(BaseModel):
    """What the access file says. `four_eyes` are divisions below which a second person releases figures."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    private_machine: StrictBool = False
    four_eyes: Annotated[tuple[str, ...], BeforeValidator(_places)] = ()
    session_minutes: int = Field(default=60, ge=5, le=1440)
    people: Mapping[str, Person] = Field(default_factory=dict)
    groups: Mapping[str, Person] = Field(default_factory=dict)


def read_settings(path: Path, divisions: Divisions) -> Settings:
    """Read an access file.

    Raises AtlasError with one "bad_definition" (file, dotted key, value, remedy) for each fault, or
    "unreadable_file".
    """
    return parse_settings(read_yaml(path), path.name, divisions)


def parse_settings(text: str, file: str, divisions: Divisions) -> Settings:
    """The settings that a text in YAML makes; raises what `read_settings` raises."""
    if not _says_something(text):
        return Settings()
    tree, problems = parse_yaml(text, file, START)
    found = list(problems)
    tree = {key: value for key, value in tree.items() if value is not None}
    for section in ("people", "groups"):
        if isinstance(tree.get(section), dict):
            tree[section] = _named(tree[section], section, file, found)
    try:
        settings = Settings.model_validate(tree)
    except ValidationError as error:
        raise AtlasError(*found, *_faults(error, file)) from error
    found += _unknown_divisions(settings, file, divisions)
    if found:
        raise AtlasError(*found)
    return settings


def _says_something(text: str) -> bool:
    """Whether there is more than comments in a text."""
    return any(line.strip() and not line.lstrip().startswith("#") for line in text.splitlines())


def _named(section: YamlTree, title: str, file: str, problems: list[Problem]) -> YamlTree:
    named: YamlTree = {}
    for name, entry in section.items():
        if person_key(name) in named:
            problems.append(bad_definition(file, f"{title}.{name}", name, TWICE))
        named[person_key(name)] = entry
    return named


def _faults(error: ValidationError, file: str) -> list[Problem]:
    found = []
    for fault in error.errors(include_url=False):
        parts = [str(part) for part in fault["loc"]]
        field = next((part for part in reversed(parts) if part in REMEDIES), "")
        remedy = REMEDIES.get(field, SECTION)
        if fault["type"] == "extra_forbidden":
            remedy = EXTRA
        elif fault["type"] == "missing":
            remedy = ROLE
        elif fault["type"] == "value_error":
            remedy = DIVISIONS
        value = None if fault["type"] in ("missing", "value_error") else fault["input"]
        found.append(bad_definition(file, ".".join(parts), value, remedy))
    return found


def _unknown_divisions(settings: Settings, file: str, divisions: Divisions) -> list[Problem]:
    lists = {"four_eyes": settings.four_eyes}
    for section, entries in (("people", settings.people), ("groups", settings.groups)):
        lists |= {f"{section}.{name}.divisions": entry.divisions for name, entry in entries.items()}
    return [
        bad_definition(file, key, code, UNKNOWN_DIVISION)
        for key, codes in lists.items()
        for code in codes
        if code not in divisions
    ]
