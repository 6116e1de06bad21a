"""Who takes part: the organisations with their names through the years, the people with their posts, doubles of both."""
