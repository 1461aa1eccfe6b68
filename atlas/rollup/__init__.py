"""Roll observations up along time and up the division tree: sums of counts, never averages of ratios."""
