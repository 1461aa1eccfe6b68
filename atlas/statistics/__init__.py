"""Statistics: pure arithmetic on numbers and arrays that knows nothing of stores or divisions."""
