"""Divisions side by side: what is compared, the values, and whether a difference means anything."""
