"""How fast the program is: ratios to bare libraries doing the least that could do, measured in the same run."""
