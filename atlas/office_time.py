"""The clock of the offices that use the atlas: all of China keeps Beijing time, whatever the machine does."""

from datetime import UTC, date, datetime, time, timedelta, timezone

BEIJING = timezone(timedelta(hours=8))
"""The legal time of the whole country, without summer time; a fixed offset needs no table of zones."""


def office_time(moment: datetime) -> datetime:
    """A moment (in UTC if it names no zone) on the clock of the offices."""
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(BEIJING)


def today() -> date:
    """The date in the offices."""
    return datetime.now(BEIJING).date()


def end_of_day(day: date) -> datetime:
    """The last moment of a day in the offices."""
    return datetime.combine(day, time.max, BEIJING)
