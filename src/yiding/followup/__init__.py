"""Following through 督查督办: topics, meetings, minutes, matters and their whole life."""
