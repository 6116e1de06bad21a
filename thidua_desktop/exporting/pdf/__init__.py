"""Documents as PDF, through typst."""
