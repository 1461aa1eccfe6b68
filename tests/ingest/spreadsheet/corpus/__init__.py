"""Files as they come from the counties, each ugly in one way."""

from tests.ingest.spreadsheet.corpus.divisions import DIVISIONS
from tests.ingest.spreadsheet.corpus.formats import FORMATS
from tests.ingest.spreadsheet.corpus.headings import HEADINGS
from tests.ingest.spreadsheet.corpus.layouts import LAYOUTS
from tests.ingest.spreadsheet.corpus.numbers import NUMBERS
from tests.ingest.spreadsheet.corpus.periods import PERIODS
from tests.ingest.spreadsheet.corpus.several_tables import SEVERAL_TABLES
from tests.ingest.spreadsheet.corpus.text_files import TEXT_FILES
from tests.ingest.spreadsheet.corpus.totals import TOTALS

CORPUS = (
    *TEXT_FILES, *FORMATS, *HEADINGS, *LAYOUTS, *SEVERAL_TABLES, *DIVISIONS, *PERIODS, *NUMBERS, *TOTALS,
)  # fmt: skip
