"""What the office knows: frozen dataclasses and pure functions, standard library only."""
