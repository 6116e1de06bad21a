"""The whole year of one clerk in the real window, step by step, with a picture of each and every paper it writes."""
