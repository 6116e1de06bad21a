"""The yearly plan: what it holds, its drafts and states, what differs between two of them."""
