"""An exhibit: one view made ready to be shown in a meeting or taken away.

Presenter mode, slides, the printed brief and the workbook are all made from exhibits, so they say the same.
"""

from dataclasses import dataclass

import pandas as pd

from atlas.views.pictures import Picture


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that must be said with a view: indicator, period, division, scale, source, date, link …"""

    label: str
    text: str


@dataclass(frozen=True, eq=False)
class Exhibit:
    """`page` and `query` are its link; `sentence` says in words what the pictures show.

    `pictures` begin with the most important one. `table` has named columns in the language of the exhibit;
    numbers in it are numbers. `facts` stand under the pictures and in every file. `invented` exhibits say so.
    """

    page: str
    query: dict[str, str]
    title: str
    sentence: str
    pictures: tuple[Picture, ...]
    table: pd.DataFrame
    facts: tuple[Fact, ...]
    invented: bool
