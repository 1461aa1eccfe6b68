"""Writes one person's entry into the access file, and leaves all else in it, comments too, as it is."""

from collections.abc import Sequence
from pathlib import Path

import yaml

from atlas.access.actor import Role
from atlas.access.settings import Settings, parse_settings, person_key
from atlas.access.written import alone, write_whole
from atlas.definitions.yaml_source import read_yaml
from atlas.divisions import Divisions
from atlas.messages import N_
from atlas.problems import AtlasError, Problem

NEW_FILE = """\
# Who may upload; read again whenever it has changed. | 谁可以上传数据；文件修改后自动重新读取。
# true: whoever uses this machine may do everything without signing in.
# true：本机使用者无需登录即可进行全部操作。
private_machine: false
# true, or codes of divisions such as ["520000"]: figures count only after a second person has released them.
# true 或区划代码：这些区划的数据须经第二人审核后生效。
four_eyes: false
# Who does nothing for so long is signed out. | 无操作超过此分钟数即退出登录。
session_minutes: 60
"""
PEOPLE = "people"
BLOCK = N_(
    "Write people: with one indented entry for each person, without braces, or add the person by hand."
)


def check_person(path: Path, divisions: Divisions, name: str, role: Role, codes: Sequence[str]) -> None:
    """Raise what is wrong with an entry by itself, before anything is asked for or written."""
    parse_settings(f"{PEOPLE}:\n{_indented(entry_of(name, role, codes), 2)}", path.name, divisions)


def write_person(path: Path, divisions: Divisions, name: str, role: Role, codes: Sequence[str]) -> Settings:
    """Enter a person, or replace their entry; makes the file where there is none. Returns the new settings.

    Raises AtlasError "bad_definition" where the file is, or would become, faulty, and "unwritable_file".
    """
    return _rewrite(path, divisions, name, entry_of(name, role, codes))


def remove_person(path: Path, divisions: Divisions, name: str) -> Settings:
    """Take a person's entry out; without one, nothing changes. Raises what `write_person` raises."""
    if not path.exists():
        return Settings()
    return _rewrite(path, divisions, name, "")


def entry_of(name: str, role: Role, codes: Sequence[str]) -> str:
    """The lines of one person's entry, not indented."""
    entry = {name: {"role": role.value, **({"divisions": list(codes)} if codes else {})}}
    return str(yaml.safe_dump(entry, allow_unicode=True, sort_keys=False))


def _rewrite(path: Path, divisions: Divisions, name: str, entry: str) -> Settings:
    with alone(path):
        text = read_yaml(path) if path.exists() else NEW_FILE
        parse_settings(text, path.name, divisions)
        changed = _replaced(text, path.name, name, entry)
        settings = parse_settings(changed, path.name, divisions)
        if changed != text or not path.exists():
            write_whole(path, changed)
        return settings


def _replaced(text: str, file: str, name: str, entry: str) -> str:
    """The text with the lines of one person exchanged for `entry`."""
    text = _without_empty_braces(text)
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    section = _section(text)
    if section is None:
        return "".join(lines) + (f"{PEOPLE}:\n{_indented(entry, 2)}" if entry else "")
    key, value = section
    if isinstance(value, yaml.ScalarNode) and not value.value:
        first = last = key.end_mark.line + 1
        entry = _indented(entry, 2)
    elif not isinstance(value, yaml.MappingNode) or value.flow_style:
        raise AtlasError(
            Problem("bad_definition", {"file": file, "key": PEOPLE, "value": name, "remedy": BLOCK})
        )
    else:
        first, last = _place(value, name)
        entry = _indented(entry, value.value[0][0].start_mark.column)
    return "".join((*lines[:first], entry, *lines[last:]))


def _without_empty_braces(text: str) -> str:
    """“people: {}” as “people:”, below which entries can be written."""
    section = _section(text)
    if section is None or not isinstance(section[1], yaml.MappingNode) or section[1].value:
        return text
    return text[: section[1].start_mark.index].rstrip(" ") + text[section[1].end_mark.index :]


def _section(text: str) -> tuple[yaml.Node, yaml.Node] | None:
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    return next(((key, value) for key, value in pairs if key.value == PEOPLE), None)


def _place(people: yaml.MappingNode, name: str) -> tuple[int, int]:
    """The first line of a person's entry and the one after it; both the end of the section for somebody new.

    An entry ends with its last word, so that a comment before the next one stays where it is.
    """
    for key, value in people.value:
        if person_key(key.value) == person_key(name):
            return key.start_mark.line, _last_line(value) + 1
    end = _last_line(people) + 1
    return end, end


def _last_line(node: yaml.Node) -> int:
    """The line on which the last word of a node stands; the end of a block lies behind what follows it."""
    if isinstance(node, yaml.MappingNode | yaml.SequenceNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _last_line(last[1] if isinstance(last, tuple) else last)
    return int(node.end_mark.line)


def _indented(entry: str, column: int) -> str:
    return "".join(f"{' ' * column}{line}" for line in entry.splitlines(keepends=True))
