"""Commands that work on the deployment's own database; the library alone does without them."""
