"""What stands on the last page of every kit: where the figures come from, and how what is shown was found."""

from collections.abc import Iterable, Sequence

from atlas.export.said import facts_of, invented_in_file
from atlas.language import Language
from atlas.office_time import today
from atlas.views.exhibit import Exhibit, Fact
from atlas.views.pictures import BarPicture, FunnelPicture, SpinePicture, WaterfallPicture


def kit_title(exhibits: Sequence[Exhibit], language: Language) -> str:
    """What a kit is called on its first page: as its view, or as a meeting's."""
    return exhibits[0].title if len(exhibits) == 1 else language.text("Public legal services: meeting kit")


def made_on(language: Language) -> str:
    """The name of the atlas and the day."""
    atlas, day = language.text("Public Legal Service Atlas"), language.date(today())
    return language.text("{atlas}, {day}", atlas=atlas, day=day)


def closing_facts(exhibits: Sequence[Exhibit], language: Language) -> tuple[Fact, ...]:
    """Each thing once: invented figures, sources view by view, methods, the kind of maps."""
    facts = [facts_of(exhibit, language) for exhibit in exhibits]
    source, drawn = language.text("Source"), language.text("Map")
    named = [
        (fact.text, each.title)
        for each, own in zip(exhibits, facts, strict=True)
        for fact in own
        if fact.label == source
    ]
    by_source: dict[str, list[str]] = {}
    for text, title in named:
        by_source.setdefault(text, []).append(title)
    invented = invented_in_file(exhibits, language)
    mark = [Fact(language.text("Invented figures"), invented)] if invented else []
    return (
        *mark,
        *(Fact(source, _for(text, titles, len(exhibits), language)) for text, titles in by_source.items()),
        *(Fact(language.text("Method"), text) for text in dict.fromkeys(_methods(exhibits))),
        *(
            Fact(drawn, text)
            for text in dict.fromkeys(fact.text for own in facts for fact in own if fact.label == drawn)
        ),
    )


def _for(source: str, titles: Sequence[str], views: int, language: Language) -> str:
    """A source with the views it is the source of, where it is not that of all."""
    if len(titles) == views:
        return source
    return language.text("{source} For: {views}", source=source, views=language.text("; ").join(titles))


def _methods(exhibits: Sequence[Exhibit]) -> Iterable[str]:
    for exhibit in exhibits:
        for picture in exhibit.pictures:
            match picture:
                case BarPicture():
                    yield from [picture.interval] if picture.interval else []
                case FunnelPicture() | SpinePicture() | WaterfallPicture():
                    yield from [picture.note] if picture.note else []
