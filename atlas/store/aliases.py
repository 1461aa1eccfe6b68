"""Other names for divisions and columns that people have taught; the newest word on a text counts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum

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


def read_aliases(connection: Connection) -> Aliases:
    """All that hold; a text taught with an empty target is forgotten."""
    known: dict[str, dict[str, str]] = {kind: {} for kind in AliasKind}
    for row in connection.rows(table("aliases").order_by("number")):
        known[row["kind"]][row["text"]] = row["target"]
    told = {kind: {text: target for text, target in each.items() if target} for kind, each in known.items()}
    return Aliases(told[AliasKind.DIVISION], told[AliasKind.COLUMN])


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
