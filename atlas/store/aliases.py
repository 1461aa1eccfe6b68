"""Other names for divisions and columns that people have taught; the newest word on a text counts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum

import ibis
import pyarrow as pa

from atlas.access import Actor
from atlas.store.connection import Connection, Writer
from atlas.store.schema import table


class AliasKind(StrEnum):
    """What a taught text is a name of: the target is a division's code or a measure's id."""

    DIVISION = "division"
    COLUMN = "column"


@dataclass(frozen=True, slots=True)
class Aliases:
    """What each taught text stands for: codes of divisions, ids of measures."""

    divisions: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Taught:
    """One name that holds: what it stands for (a code or an id), who taught it and when (UTC)."""

    kind: AliasKind
    text: str
    target: str
    by: str
    at: datetime


def read_taught(connection: Connection) -> tuple[Taught, ...]:
    """All that hold, the newest first; a text taught with an empty target is forgotten."""
    known: dict[tuple[str, str], Taught] = {}
    for row in connection.rows(table("aliases").order_by(ibis.desc("number"))):
        name = Taught(
            AliasKind(row["kind"]), row["text"], row["target"], row["by"], row["at"].replace(tzinfo=UTC)
        )
        known.setdefault((name.kind, name.text), name)
    return tuple(name for name in known.values() if name.target)


def aliases_of(taught: Iterable[Taught]) -> Aliases:
    """The same by text, for who reads files."""
    told: dict[AliasKind, dict[str, str]] = {kind: {} for kind in AliasKind}
    for name in taught:
        told[name.kind][name.text] = name.target
    return Aliases(told[AliasKind.DIVISION], told[AliasKind.COLUMN])


def divisions_named(kind: AliasKind, *targets: str | None) -> frozenset[str]:
    """The divisions (codes) that whoever changes such a name must answer for; a column belongs to none."""
    return frozenset(filter(None, targets)) if kind is AliasKind.DIVISION else frozenset()


def teach(writer: Writer, kind: AliasKind, text: str, target: str, actor: Actor) -> None:
    """Write that `text` is a name of `target`."""
    row = {
        "number": writer.next("aliases"),
        "kind": str(kind),
        "text": text,
        "target": target,
        "at": datetime.now(UTC).replace(tzinfo=None),
        "by": actor.name,
    }
    writer.add("aliases", pa.Table.from_pylist([row]))
