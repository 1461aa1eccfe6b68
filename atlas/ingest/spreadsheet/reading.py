"""Read a spreadsheet as it comes: bytes become figures, notes on how they were understood, and findings."""

from atlas.ingest.spreadsheet.files import Progress, read_file
from atlas.ingest.spreadsheet.intake import Intake, Vocabulary
from atlas.ingest.spreadsheet.understanding import understand


def read_spreadsheet(
    content: bytes, file_name: str, vocabulary: Vocabulary, progress: Progress = lambda _: None
) -> Intake:
    """Everything that a file says, and everything in it that cannot be understood, in one pass.

    `progress` is called with 0 to 1. Raises AtlasError where the file cannot be read at all, and
    "unknown_table" where no row of it names the columns of a table.
    """
    file = read_file(content, file_name, lambda done: progress(done * 0.8))
    intake = understand(file, vocabulary)
    progress(1.0)
    return intake
