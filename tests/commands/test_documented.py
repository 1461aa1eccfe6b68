"""Every command is in the README, and what the README types is understood."""

import argparse
import re
import shlex
from pathlib import Path

import pytest

from atlas.__main__ import parser
from atlas.language import LANGUAGES, Language

TYPED = re.compile(r"^\S*python -m atlas (.+)$", re.MULTILINE)


def commands(whole: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    (chosen,) = [each for each in whole._actions if isinstance(each, argparse._SubParsersAction)]
    return dict(chosen.choices)


@pytest.fixture(scope="module")
def typed(project: Path) -> list[list[str]]:
    readme = (project / "README.md").read_text(encoding="utf-8")
    return [shlex.split(line, comments=True) for line in TYPED.findall(readme)]


def test_every_command_is_documented(typed: list[list[str]]) -> None:
    known = commands(parser(Language("en")))
    assert len(known) > 8
    assert sorted(known.keys() - {line[0] for line in typed}) == []


def test_every_documented_command_is_understood(typed: list[list[str]]) -> None:
    for line in typed:
        options = parser(Language("en")).parse_args(line)
        assert callable(options.run), line


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_command_and_every_option_says_what_it_is_for(code: str) -> None:
    for name, command in commands(parser(Language(code))).items():
        assert command.format_help()
        for action in command._actions:
            assert action.help or action.nargs == argparse.PARSER, f"{name} {action.dest}"


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_command_can_answer_a_program(code: str) -> None:
    for name, command in commands(parser(Language(code))).items():
        own = commands(command) if name == "user" else {name: command}
        for each in own.values():
            assert "--json" in each.format_help()
