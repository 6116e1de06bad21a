"""The outline of a plan and its whole text; the outlines (đề cương) that ship, filled into a draft."""
