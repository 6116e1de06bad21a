"""What organisations register and commit to, and what they achieve."""
