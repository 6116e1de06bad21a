"""Where things stand in a plan: its head and foot, its title, its outline."""
