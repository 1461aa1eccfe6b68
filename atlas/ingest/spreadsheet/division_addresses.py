"""From what a row writes of its division, one cell or several, to the divisions that can be meant."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from atlas.divisions import Divisions
from atlas.ingest.spreadsheet.cell_characters import plain
from atlas.ingest.spreadsheet.division_codes import code_within, looks_like_code, read_code
from atlas.ingest.spreadsheet.division_names import Codes, DivisionNames
from atlas.ingest.spreadsheet.name_keys import name_key

Address = tuple[str, ...]
"""The cells of a row that say its division, from the largest division to the smallest."""

_SEPARATORS = re.compile(r"\s*[/\\>→|,，、;；·]\s*|\s*[-—–]+>?\s*|\s+")
_GROUPINGS = frozenset(
    (
        "市辖区",
        "市辖县",
        "直辖县",
        "县",
        "省直辖县级行政区划",
        "自治区直辖县级行政区划",
        "省直辖县",
        "省直管县",
    )
)
_OFFICES = re.compile(
    r"(?:.{2,}?)(?P<office>(?:市|县|区)?(?:司法[局厅所]|法律援助(?:中心|处)|公共法律服务(?:中心|工作站|管理处)|人民政府|政府))$"
)
_NUMBERING = re.compile(
    r"(?:[0-9]{1,4}[.、．)）:：]|[(（][0-9一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|其中[:：]?|[*★●◆#])\s*"
)
_BRACKETED = re.compile(r"[(（【\[][^()（）【】\[\]]*[)）】\]]")
_LONGEST = 120
_MOST_UNKNOWN = 20_000


@dataclass(frozen=True, slots=True)
class Reading:
    """What an address can mean: no code where it is unknown, several where it is ambiguous.

    `retired` is the code or name that was given up, "" where today's was written.
    """

    codes: Codes
    retired: str = ""


class Addresses:
    """Reads addresses against a register, with what people have taught."""

    def __init__(self, names: DivisionNames, aliases: Mapping[str, str]) -> None:
        self.names = names
        self._divisions: Divisions = names.divisions
        self._patience = _MOST_UNKNOWN
        self._steps: dict[tuple[str, str | None], Codes] = {}
        self._aliases = {name_key(text): code for text, code in aliases.items() if code in names.divisions}

    def read(self, address: Address, inside: str | None = None) -> Reading:
        """What an address means; `inside` is the division that it must lie in."""
        parts = [part for part in address if part and not part.isspace()]
        if len(parts) == 1 and inside is None and parts[0] in self.names.current:
            return Reading((parts[0],))
        if not parts or sum(map(len, parts)) > _LONGEST * 4:
            return Reading(())
        if len(parts) == 1:
            return self._read_cell(parts[0], inside)
        taught = self._aliases.get(name_key("".join(parts))) if self._aliases else None
        return self._current(taught) if taught is not None else self._read_path(parts, inside)

    def read_code(self, text: str) -> Reading:
        """What a cell of a column of codes means."""
        if text in self.names.current:
            return Reading((text,))
        return self._current(read_code(text, self._divisions))

    def _read_cell(self, text: str, inside: str | None) -> Reading:
        taught = self._aliases.get(name_key(text)) if self._aliases else None
        if taught is not None:
            return self._current(taught)
        if "/" in text and (codes := self._read_path(_plain_path(text), inside).codes):
            return Reading(codes)
        if looks_like_code(text):
            return self._current(read_code(text, self._divisions))
        if found := self._named(text, inside):
            return self._told(text, found)
        if self._patience <= 0:
            return Reading(())
        cleaned = plain(text)[:_LONGEST]
        for form in dict.fromkeys((cleaned, _without_marks(cleaned))):
            reading = self._read_form(form, inside)
            if reading.codes:
                return reading
        code = code_within(cleaned, self._divisions)
        if not code:
            self._patience -= 1  # a file of a million unknown names must not be puzzled over name by name
        return self._current(code) if code else Reading(())

    def _read_form(self, text: str, inside: str | None) -> Reading:
        if found := self._named(text, inside):
            return self._told(text, found)
        parts = [part for part in _SEPARATORS.split(text) if part]
        if len(parts) > 1:
            reading = self._read_path(parts, inside)
            if reading.codes or "/" in text:
                return reading
        if "," in text and text.isascii():
            # English addresses begin with the smallest: “Yunyan District, Guiyang”.
            reading = self._read_path([part.strip() for part in reversed(text.split(","))], inside)
            if reading.codes:
                return reading
        key = name_key(text)
        return self._told(key, self._joined(key, inside))

    def _read_path(self, parts: list[str], inside: str | None) -> Reading:
        named = [part for part in parts if name_key(part) not in _GROUPINGS] or parts
        above: tuple[str | None, ...] = (inside,)
        codes: Codes = ()
        for part in named:
            found = dict.fromkeys(code for place in above for code in self._step(part, place))
            if not found:
                return Reading(())
            codes = tuple(found)
            above = codes
        return self._told(named[-1], codes) if named else Reading(())

    def _step(self, part: str, place: str | None) -> Codes:
        kept = self._steps.get((part, place))
        if kept is None:
            kept = self._steps[part, place] = self._find_step(part, place)
        return kept

    def _find_step(self, part: str, place: str | None) -> Codes:
        if looks_like_code(part):
            codes = self._current(read_code(part, self._divisions)).codes
            return codes if place is None or all(self._within(each, place) for each in codes) else ()
        found = self._read_cell(part, place).codes
        if not found and place is not None and place in self._named(part, None):
            return (place,)
        return found

    def _named(self, text: str, inside: str | None) -> Codes:
        if found := self.names.candidates(text, inside):
            return found
        office = _OFFICES.fullmatch(text)
        return self._named(text[: office.start("office")], inside) if office is not None else ()

    def _joined(self, key: str, inside: str | None) -> Codes:
        """“贵州省贵阳市云岩区”: names run together, the longest first."""
        if not 4 <= len(key) <= 40:
            return ()
        for end in range(len(key) - 1, 1, -1):
            rest = key[end:]
            if len(rest) < 2 and rest not in _GROUPINGS:
                continue
            rest = rest.removeprefix(key[:end]) or rest
            for grouping in _GROUPINGS:
                rest = rest.removeprefix(grouping) if len(rest) > len(grouping) + 1 else rest
            found = dict.fromkeys(
                code
                for place in self.names.candidates(key[:end], inside)
                for code in (self._named(rest, place) or self._joined(rest, place))
            )
            if found:
                return tuple(found)
        return ()

    def _current(self, code: str) -> Reading:
        division = self._divisions.get(code)
        if division is None:
            return Reading(())
        now = self._divisions.resolve(code)
        if self._divisions[now].valid_to is not None:
            return Reading(())
        return Reading((now,), code if now != code else "")

    def _told(self, text: str, codes: Codes) -> Reading:
        return Reading(codes, text if codes and self.names.are_former(text, codes) else "")

    def _within(self, code: str, place: str) -> bool:
        return code == place or self.names.lies_in(code, place)


def _plain_path(text: str) -> list[str]:
    return [part for part in text.split("/") if part and not part.isspace()]


def _without_marks(text: str) -> str:
    """A name without numbering before it, remarks in brackets and what 合计 or 其中 add."""
    text = _BRACKETED.sub("", text)
    while (found := _NUMBERING.match(text)) and found.end() < len(text):
        text = text[found.end() :]
    return text.strip()
