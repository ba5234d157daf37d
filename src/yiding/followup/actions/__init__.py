"""One verb, one file: who may, from which states, what must be present, what is written."""
