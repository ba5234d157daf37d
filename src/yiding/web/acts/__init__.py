"""The page of an act on anything that has an address: topics, meetings, slips."""
