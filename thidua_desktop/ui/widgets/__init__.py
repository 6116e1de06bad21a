"""The parts every tab is made of."""
