"""The view Tiến độ: what was committed to and achieved phase by phase, and the year as one picture."""
