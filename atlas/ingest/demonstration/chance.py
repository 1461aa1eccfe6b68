"""Chance that gives the same figures on every machine and for every selection of provinces."""

from hashlib import blake2b

import numpy as np

from atlas.ingest.demonstration.arrays import Floats

SEED = "atlas demonstration 1"


def generator(*names: str) -> np.random.Generator:
    """A generator of its own for these names, whatever was drawn before."""
    digest = blake2b("|".join((SEED, *names)).encode(), digest_size=16).digest()
    return np.random.Generator(np.random.Philox(key=int.from_bytes(digest, "little")))


def uniform(shape: tuple[int, ...], *names: str) -> Floats:
    """Numbers in [0, 1)."""
    return generator(*names).random(shape)


def factors(spread: float, shape: tuple[int, ...], *names: str) -> Floats:
    """Log-normal factors around 1; `spread` is the standard deviation of their logarithm."""
    return np.exp(spread * generator(*names).standard_normal(shape))
