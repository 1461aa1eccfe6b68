"""What the same port serves beside the pages: health, boundaries and the map's scripts, the read-only API."""
