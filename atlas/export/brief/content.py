"""What the brief says, as the data that its template reads: no text of a view is ever part of a program."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from atlas.divisions import Divisions
from atlas.export.brief.drawn import drawn
from atlas.export.brief.layout import COLUMNS, MOST_LISTED, Strip, is_list, pages
from atlas.export.closing import closing_facts, kit_title, made_on
from atlas.export.font import FAMILY
from atlas.export.legible import legible
from atlas.export.said import address, facts_of, invented_in_file, invented_in_view
from atlas.language import Language
from atlas.views.bar_ends import two_ends
from atlas.views.exhibit import Exhibit, Fact
from atlas.views.legend import LegendRow
from atlas.views.pictures import BarPicture, MapPicture, Picture, TilePicture, WaterfallPicture

REGIONS = {"en": "GB", "zh": "CN"}

Data = dict[str, Any]


class Content:
    """Collects what the template needs: `data` for content.json, and `files` with the drawings."""

    def __init__(self, divisions: Divisions, base: str, language: Language) -> None:
        self._divisions, self._base, self._language = divisions, base, language
        self.files: dict[str, bytes] = {}

    def data(self, exhibits: Sequence[Exhibit], progress: Callable[[float], None]) -> Data:
        """Everything the template says."""
        text = self._language.text
        views = []
        for place, exhibit in enumerate(exhibits):
            views.append(self._view(exhibit))
            progress((place + 1) / len(exhibits))
        return {
            "title": legible(kit_title(exhibits, self._language)),
            "atlas": text("Public Legal Service Atlas"),
            "made": made_on(self._language),
            "font": FAMILY,
            "lang": self._language.code,
            "region": REGIONS[self._language.code],
            "invented": invented_in_file(exhibits, self._language),
            "nothing": text("There are no figures in this view."),
            "open": text("Open this view"),
            "closing-title": text("Sources and methods"),
            "closing": _facts(closing_facts(exhibits, self._language)),
            "columns": COLUMNS,
            "views": views,
        }

    def _view(self, exhibit: Exhibit) -> Data:
        found = [self._page(page, exhibit) for page in pages(exhibit.pictures)]
        return {
            "title": legible(exhibit.title),
            "sentence": legible(exhibit.sentence),
            "invented": invented_in_view(exhibit, self._language),
            "pages": found or [[]],
            "facts": _facts(facts_of(exhibit, self._language)),
            "link": address(exhibit, self._base, self._language),
        }

    def _page(self, strips: Sequence[Strip], exhibit: Exhibit) -> list[Data]:
        """The strips of a page; of small maps that follow one another only the last has the legend."""
        following = [*(strip.is_small_maps for strip in strips[1:]), False]
        return [
            self._strip(strip, exhibit, with_legend=not (strip.is_small_maps and shared))
            for strip, shared in zip(strips, following, strict=True)
        ]

    def _strip(self, strip: Strip, exhibit: Exhibit, *, with_legend: bool) -> Data:
        shown = [self._picture(picture, exhibit, small=strip.is_small) for picture in strip.pictures]
        first = strip.pictures[0]
        legend = None
        if with_legend and isinstance(first, MapPicture | TilePicture):
            legend = _legend(first.legend_title, first.legend, counted=not strip.is_small)
        return {"pictures": shown, "small": strip.is_small, "legend": legend}

    def _picture(self, picture: Picture, exhibit: Exhibit, *, small: bool) -> Data:
        heading = "" if picture.title == exhibit.title else legible(picture.title)
        if isinstance(picture, BarPicture) and is_list(picture):
            return {"title": heading, **self._ranking(picture)}
        notes = list(_notes(picture, self._language))
        return {
            "kind": "drawing",
            "title": heading,
            "unit": legible(picture.unit) if isinstance(picture, BarPicture | WaterfallPicture) else "",
            "alt": legible(f"{picture.title} {exhibit.sentence}"),
            "notes": [legible(note) for note in notes],
            **self._drawn(picture, small=small),
        }

    def _drawn(self, picture: Picture, *, small: bool) -> Data:
        found = drawn(self._divisions, picture, small=small)
        name = f"drawing-{len(self.files)}.svg"
        self.files[name] = found.svg.encode("utf-8")
        return {"file": name, "ratio": found.ratio}

    def _ranking(self, picture: BarPicture) -> Data:
        """The bars as rows; where even a list would be too long, the highest and the lowest."""
        shown = two_ends(picture, self._language, MOST_LISTED, MOST_LISTED // 2)
        longest = max((abs(bar.value) for bar in shown.bars), default=0.0) or 1.0
        return {
            "kind": "ranking",
            "unit": legible(picture.unit),
            "notes": [legible(note) for note in (shown.note, picture.interval) if note],
            "rows": [
                {
                    "rank": bar.rank,
                    "name": legible(bar.name),
                    "text": legible(bar.text),
                    "share": max(0.0, bar.value / longest),
                    "colour": bar.colour,
                }
                for bar in shown.bars
            ],
        }


def _facts(facts: Sequence[Fact]) -> list[Data]:
    return [{"label": legible(fact.label), "text": legible(fact.text)} for fact in facts]


def _legend(title: str, rows: Sequence[LegendRow], *, counted: bool) -> Data:
    return {
        "title": legible(title),
        "rows": [
            {
                "look": row.look,
                "colour": row.colour,
                "label": legible(f"{row.label} ({row.count})" if counted and row.count else row.label),
            }
            for row in rows
        ],
    }


def _notes(picture: Picture, language: Language) -> Iterator[str]:
    for note in (getattr(picture, "note", ""), getattr(picture, "interval", "")):
        if note and not isinstance(picture, MapPicture):
            yield note
    for each in getattr(picture, "breaks", ()):
        yield language.text("{label}: {text}", label=each.when, text=each.text)
