"""Measures by the names that people write."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from rapidfuzz import fuzz, process

from atlas.definitions import Definitions, Measure
from atlas.ingest.spreadsheet.name_keys import name_key

_ENDINGS = (
    "案件数量", "案件数", "人员数量", "总人数", "总件数", "总个数", "总次数", "人次数", "人数", "件数",
    "个数", "家数", "次数", "总数量", "总数", "总量", "数量", "合计", "总计", "数", "量", "情况", "案件",
    "案", "人",
)  # fmt: skip
_BEGINNINGS = (
    "年末", "期末", "月末", "全年", "本年", "本月", "当月", "本期", "全市", "全省", "全县", "现有",
    "已建成", "已建", "建成", "办理", "受理", "承办", "提供", "开展", "其中", "totalnumberof", "numberof",
    "noof", "total",
)  # fmt: skip
_NUMBERING = re.compile(
    r"^\s*(?:[0-9]{1,3}[.、．)）]|[(（][0-9一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|#|※|\*|其中[:：])\s*"
)
_TAIL = re.compile(
    r"\s*(?:[(（\[【〔][^()（）\[\]【】〔〕]*[)）\]】〕]|[,，/／:：;；][^,，/／:：;；]{1,8})\s*$"
)
_ALIKE = 55


class MeasureNames:
    """An index of the definitions; build it with `measure_names`, which keeps it."""

    def __init__(self, definitions: Definitions, taught: Mapping[str, str]) -> None:
        self._definitions = definitions
        exact: dict[str, str] = {}
        for measure in definitions.measures.values():
            for name in _names(measure, definitions):
                exact.setdefault(name_key(name), measure.id)
        loose: dict[str, set[str]] = defaultdict(set)
        for key, measure_id in exact.items():
            for form in _shortened(key):
                loose[form].add(measure_id)
        self._loose = {form: next(iter(ids)) for form, ids in loose.items() if len(ids) == 1}
        self._exact = exact | {
            name_key(text): measure for text, measure in taught.items() if measure in definitions.measures
        }

    def find(self, text: str) -> str:
        """The measure that a heading or a cell means, "" where none is known.

        A unit after the name, numbering before it and words such as 数 and 人数 do not matter.
        """
        for form in _written(text):
            key = name_key(form)
            if key in self._exact:
                return self._exact[key]
            for short in (key, *_shortened(key)):
                found = self._exact.get(short) or self._loose.get(short)
                if found:
                    return found
        return ""

    def name_of(self, text: str) -> str:
        """The Chinese name of the measure that a text means, "" where none is known."""
        found = self.find(text)
        return self._definitions.measures[found].name.zh if found else ""

    def within(self, title: str) -> str:
        """The measure that a title names (“各市州律师人数”), the longest name first; "" where none is."""
        key = name_key(title[:200])
        found = max((name for name in self._exact if len(name) > 1 and name in key), key=len, default="")
        return self._exact[found] if found else ""

    def nearest(self, text: str) -> tuple[str, ...]:
        """The three measures whose names are most alike, the best first; fewer where little is alike."""
        found = process.extract(
            name_key(text)[:60], self._exact.keys(), scorer=fuzz.ratio, limit=12, score_cutoff=_ALIKE
        )
        return tuple(dict.fromkeys(self._exact[key] for key, *_ in found))[:3]


def measure_names(definitions: Definitions, taught: Mapping[str, str]) -> MeasureNames:
    """The index of some definitions and of what people have taught, kept while these stay the same."""
    return _kept(_Identity(definitions), tuple(sorted(taught.items())))


class _Identity:
    def __init__(self, definitions: Definitions) -> None:
        self.definitions = definitions

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Identity) and other.definitions is self.definitions

    def __hash__(self) -> int:
        return id(self.definitions)


@lru_cache(maxsize=8)
def _kept(identity: _Identity, taught: tuple[tuple[str, str], ...]) -> MeasureNames:
    return MeasureNames(identity.definitions, dict(taught))


def _names(measure: Measure, definitions: Definitions) -> Iterator[str]:
    yield from (measure.id, measure.name.zh, measure.name.en)
    yield from (*measure.aliases.zh, *measure.aliases.en)
    for indicator in definitions.indicators.values():
        if indicator.measures == (measure.id,) and not indicator.coverage:
            yield from (indicator.short_name.zh, indicator.short_name.en)


def _written(text: str) -> Iterator[str]:
    while True:
        yield text
        shorter = _NUMBERING.sub("", text)
        if shorter == text:
            shorter = _TAIL.sub("", text)
        if shorter == text or not shorter:
            return
        text = shorter


def _shortened(key: str) -> Iterable[str]:
    begun = [key, *(key.removeprefix(word) for word in _BEGINNINGS if key.startswith(word))]
    for each in begun:
        if len(each) > 1:
            yield each
        for ending in _ENDINGS:
            if each.endswith(ending) and len(each) - len(ending) > 1:
                yield each.removesuffix(ending)
