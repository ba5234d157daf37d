"""The journal's pages: what was done and tried, its export, whether it is whole."""
