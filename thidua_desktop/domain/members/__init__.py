"""Who takes part: organisations with their names through the years, people with their posts, doubles of both."""
