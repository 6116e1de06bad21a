"""Acts on the organisations and people of the directory: other names, places, posts and blocks; merging, splitting."""
