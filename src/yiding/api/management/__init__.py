"""Commands that write what comes from the code."""
