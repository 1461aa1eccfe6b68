"""Speed and size of the map, measured against the usual way of drawing one; `make bench` prints the table."""
