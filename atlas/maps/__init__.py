"""Maps: geometry by URL, and the few kilobytes that paint it."""
