"""Every editable table of the program, read and changed in one way."""
