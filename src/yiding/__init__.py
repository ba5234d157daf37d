"""Yiding 议定: what a meeting decided, who must do what by when, and what proves it done."""

__version__ = "0.1.0"
