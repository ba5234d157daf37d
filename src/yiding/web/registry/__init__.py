"""Pages of the registry: units through time, groups, people and posts, and the workbook."""
