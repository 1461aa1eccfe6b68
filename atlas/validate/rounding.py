"""How far a figure may lie from the exact one because of how it is written.

1.2万 stands for anything from 11,500 to 12,500.
"""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from atlas.validate.keys import Floats

ROUNDED = r"[.．万亿]"
DIGITS = r"(?P<whole>\d[\d,]*)?(?:\.(?P<decimals>\d*))?"


def half_steps(texts: pa.ChunkedArray | pa.Array, values: Floats) -> Floats:
    """Half a step of the last digit written, in the unit of `values`; 0 for a whole number as it is.

    What multiplies a number (万 in the cell, in the heading, above the table) is told from the value itself.
    """
    digits = pc.replace_substring(pc.utf8_normalize(texts, form="NFKC"), ",", "")
    number = pc.replace_substring_regex(digits, r"^[^\d.]*(\d*\.?\d*).*$", r"\1")
    written = pc.cast(pc.if_else(pc.match_substring_regex(number, r"\d"), number, "0"), pa.float64())
    plain = written.to_numpy(zero_copy_only=False)
    after = pc.replace_substring_regex(number, r"^\d*\.?", "")
    decimals = pc.utf8_length(after).to_numpy(zero_copy_only=False).astype(np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        factor = np.where(plain > 0, np.round(np.log10(np.abs(values) / plain)), 0.0)
    factor = np.where(np.isfinite(factor), factor, 0.0)
    exact = (decimals == 0) & (factor == 0)
    steps: Floats = np.where(exact, 0.0, 0.5 * 10.0 ** (factor - decimals))
    return steps
