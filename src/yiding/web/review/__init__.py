"""Review: bringing a paper in, and settling what was read in it."""
