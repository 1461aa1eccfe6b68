"""Reads files of figures: checks every row, keeps the sound ones, and says what to do about the others."""
