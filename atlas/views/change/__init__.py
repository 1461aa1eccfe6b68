"""Why a value changed between two periods: what its children did to it, in words, pictures and a table."""
