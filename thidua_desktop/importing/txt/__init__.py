"""Plain text files: their bytes as letters, and these as lines."""
