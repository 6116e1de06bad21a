"""The parts every tab is built from; ``python -m thidua_desktop.ui.gallery`` shows them all."""
