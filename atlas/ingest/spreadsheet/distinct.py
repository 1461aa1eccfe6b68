"""Work on the distinct texts of a column and take the results back to its rows."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa


@dataclass(frozen=True, eq=False)
class Distinct:
    """A column as its distinct texts and, for every row, the place of its text among them."""

    texts: pa.StringArray
    places: npt.NDArray[np.int32]

    def column(self, values: pa.Array) -> pa.DictionaryArray:
        """One value for each distinct text, as a column of the rows."""
        return pa.DictionaryArray.from_arrays(pa.array(self.places), values)


def distinct(column: pa.Array | pa.ChunkedArray) -> Distinct:
    """Take a column of strings apart, dictionary-encoded or not; nothing may be null."""
    if isinstance(column, pa.ChunkedArray):
        column = column.combine_chunks()
        if isinstance(column, pa.ChunkedArray):
            column = pa.concat_arrays(column.chunks) if column.num_chunks else pa.array([], pa.string())
    encoded = column if pa.types.is_dictionary(column.type) else column.dictionary_encode()
    return Distinct(
        encoded.dictionary, encoded.indices.to_numpy(zero_copy_only=False).astype(np.int32, copy=False)
    )
