"""Charts: altair specifications of what a view-model holds."""
