"""The figures of a target: as values, as the words of the plan, and the one following the other."""
