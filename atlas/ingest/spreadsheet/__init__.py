"""Spreadsheets as they come from the counties: bytes become cells, cells become figures."""
