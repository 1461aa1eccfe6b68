"""The mark that puts a sentence into the message catalogues."""


def N_(message: str) -> str:
    """Mark `message` for the catalogues and return it as it is; it is translated where it is shown."""
    return message
