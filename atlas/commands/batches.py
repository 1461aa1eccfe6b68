"""`batches`: everything that has come in, newest first."""

from argparse import ArgumentParser, Namespace, _SubParsersAction

from atlas.commands.answer import CLEAN, Answer, give
from atlas.commands.here import add_dataset, add_json, opened
from atlas.language import Language
from atlas.messages import N_
from atlas.office_time import office_time
from atlas.periods import Period
from atlas.store import BatchLog, State

STATE_NAMES = {
    State.ADDED: N_("not accepted"),
    State.SUBMITTED: N_("waits for release"),
    State.ACCEPTED: N_("accepted"),
    State.UNDONE: N_("undone"),
    State.DECLINED: N_("declined"),
    State.WITHDRAWN: N_("withdrawn"),
}


def register(subparsers: "_SubParsersAction[ArgumentParser]", language: Language) -> None:
    """Add the command."""
    parser = subparsers.add_parser("batches", help=language.text("list what has come in, newest first"))
    add_dataset(parser, language)
    add_json(parser, language)
    parser.set_defaults(run=run)


def run(options: Namespace, language: Language) -> int:
    """List them."""
    log = opened().store(options.dataset).log()
    lines = [line for batch in log for line in _lines(batch, language)]
    answer = Answer(
        code=CLEAN,
        lines=lines or [language.text("Nothing has come in yet.")],
        result={"batches": [as_json(batch) for batch in log]},
    )
    return give(answer, options, language)


def as_json(batch: BatchLog) -> dict[str, object]:
    """A batch for a program; moments are ISO texts in UTC, months are codes."""
    return {
        "batch": batch.id,
        "state": batch.state.value,
        "file_name": batch.file_name,
        "sha256": batch.sha256,
        "author": batch.author,
        "received_at": batch.received_at.isoformat(),
        "remark": batch.remark,
        "observations": batch.rows,
        "divisions": list(batch.divisions),
        "first_month": _month(batch.first_month),
        "last_month": _month(batch.last_month),
        "events": [
            {"event": each.event.value, "at": each.at.isoformat(), "by": each.by, "reason": each.reason}
            for each in batch.events
        ],
    }


def _lines(batch: BatchLog, language: Language) -> list[str]:
    parts = [
        language.text(STATE_NAMES[batch.state]),
        language.text("{file} by {author}, {time}", file=batch.file_name or batch.origin, author=batch.author,
                      time=f"{office_time(batch.received_at):%Y-%m-%d %H:%M}"),
        language.plural("{count} figure", "{count} figures", batch.rows),
        language.plural("{count} division", "{count} divisions", len(batch.divisions)),
        batch.remark,
    ]  # fmt: skip
    return [batch.id, "  " + " · ".join(part for part in parts if part)]


def _month(month: int | None) -> str | None:
    return None if month is None else str(Period.of_index(month))
