"""Files in, domain objects and a report of what was understood out."""
