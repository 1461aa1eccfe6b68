"""What a command answers: sentences for people, one JSON document for programs, and an exit code."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from atlas.language import Language
from atlas.problems import Problem

CLEAN, PROBLEMS, UNUSABLE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Answer:
    """The outcome of a command.

    `lines` are what a person reads, `result` what a program reads; `problems` go to standard error, or into
    the document.
    """

    code: int
    lines: Iterable[str] = ()
    result: Mapping[str, object] = field(default_factory=dict)
    problems: Sequence[Problem] = ()


def give(answer: Answer, options: Namespace, language: Language) -> int:
    """Write the answer and return its exit code."""
    if getattr(options, "json", False):
        print(json.dumps(_document(answer, language), ensure_ascii=False))
        return answer.code
    for line in answer.lines:
        print(line)
    for problem in answer.problems:
        print(language.problem(problem), file=sys.stderr)
    return answer.code


def _document(answer: Answer, language: Language) -> dict[str, object]:
    problems = [
        {"id": problem.id, "message": language.problem(problem), "fields": dict(problem.fields)}
        for problem in answer.problems
    ]
    return {"code": answer.code, **answer.result, "problems": problems}
