"""Checks: is what a spreadsheet says possible, likely, and for its uploader to say?"""

from atlas.validate.check import Checked, UnreadColumn, check, observations_of
from atlas.validate.context import Asked, Context, Known, Reported
from atlas.validate.rules import CHECKING_RULES

__all__ = [
    "CHECKING_RULES",
    "Asked",
    "Checked",
    "Context",
    "Known",
    "Reported",
    "UnreadColumn",
    "check",
    "observations_of",
]
