"""Slides: exhibits as a deck whose maps are shapes, whose charts are charts, and whose words are text."""
