"""Commands of the room for those who maintain it."""
