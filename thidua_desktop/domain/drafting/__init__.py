"""A plan for another year or another office out of one that is there: what is renewed in it, and how."""
