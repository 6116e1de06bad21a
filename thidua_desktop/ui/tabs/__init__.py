"""One package per station of the clerk's year."""
