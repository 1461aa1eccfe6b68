"""Export: views that can be taken away as files."""
