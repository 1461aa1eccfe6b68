"""Names in both languages, however a value carries them."""

from typing import Protocol


class Texts(Protocol):
    """A text in both languages."""

    @property
    def zh(self) -> str: ...
    @property
    def en(self) -> str: ...


class TwoNames(Protocol):
    """A division, for one."""

    @property
    def name_zh(self) -> str: ...
    @property
    def name_en(self) -> str: ...


class HasName(Protocol):
    """A measure or an indicator, for one."""

    @property
    def name(self) -> Texts: ...


Named = Texts | TwoNames | HasName


def name_in(code: str, thing: Named) -> str:
    """The name of `thing` in the language `code`; one that is empty is replaced by the other language's."""
    other = "zh" if code == "en" else "en"
    return _name(code, thing) or _name(other, thing)


def _name(code: str, thing: object) -> str:
    for attribute in (code, f"name_{code}"):
        text = getattr(thing, attribute, None)
        if text is not None:
            return str(text)
    return str(getattr(thing.name, code))  # type: ignore[attr-defined]  # the last of the three kinds of `Named`
