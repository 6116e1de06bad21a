"""What the chosen organisation registers: titles, initiatives, movements, households; terms and adjustments."""
