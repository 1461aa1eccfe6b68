"""A file says of what is invented in it neither too much nor too little."""

import pytest

from atlas.export.said import invented_in_file
from atlas.language import Language
from tests.export.exhibits import exhibit


@pytest.mark.parametrize(
    ("invented", "english", "chinese"),
    [
        ([False, False], "", ""),
        ([True], "every figure in this file is invented", "本文件中的数字均为虚构"),
        ([True, True], "every figure in this file is invented", "本文件中的数字均为虚构"),
        ([True, False, True], "the figures of 2 of 3 views are invented", "共3个视图，其中2个的数字为虚构"),
    ],
)
def test_what_is_invented_in_a_file_is_said(invented: list[bool], english: str, chinese: str) -> None:
    shown = [exhibit(title=str(place), invented=each) for place, each in enumerate(invented)]
    for lang, words in (("en", english), ("zh", chinese)):
        said = invented_in_file(shown, Language(lang))
        assert words in said
        assert bool(said) == any(invented)
