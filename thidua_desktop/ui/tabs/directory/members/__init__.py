"""The pages of organisations, people and blocks, with the dialogs of what happens to them."""
