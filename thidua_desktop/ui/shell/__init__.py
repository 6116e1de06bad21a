"""The window: top bar, six tabs, menus, status bar, first start, and opening of files."""
