"""The document checker: a plan in, findings out."""
