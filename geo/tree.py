"""Which larger unit each polygon belongs to."""

from collections.abc import Iterable

from geo.english import short_chinese, short_english
from geo.register import MUNICIPALITIES, OUTSIDE_PROVINCES, Register, Row


class Tree:
    """Ancestors and label names of the current rows of a register."""

    def __init__(self, register: Register) -> None:
        self.rows: dict[str, Row] = {row.code: row for row in register.current}
        self._hints = register.hints

    def ancestors(self, code: str) -> list[str]:
        """Codes above `code`, nearest first."""
        found = []
        parent = self.rows[code].parent
        while parent:
            found.append(parent)
            parent = self.rows[parent].parent
        return found

    def province(self, code: str) -> str:
        """The province that `code` lies in, or is."""
        return next(above for above in (code, *self.ancestors(code)) if self.rows[above].level == "province")

    def city(self, code: str) -> str:
        """The unit that stands for `code` at level city: a city, a county directly under its province, or a
        whole municipality or province outside the scope."""
        province = self.province(code)
        if province in MUNICIPALITIES or province in OUTSIDE_PROVINCES:
            return province
        upward = (code, *self.ancestors(code))
        return next((above for above in upward if self.rows[above].level == "city"), code)

    def names(self, codes: Iterable[str]) -> dict[str, tuple[str, str]]:
        """Label names (Chinese, English)."""
        return {
            code: (
                short_chinese(code, self.rows[code].name),
                short_english(code, self.rows[code].name, self._hints.get(code, "")),
            )
            for code in codes
        }
