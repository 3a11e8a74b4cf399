"""The journeys, a module each: whoever walks, what comes of it, and what is refused."""
