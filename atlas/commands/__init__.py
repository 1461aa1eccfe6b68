"""The commands of `python -m atlas`, one module each."""
