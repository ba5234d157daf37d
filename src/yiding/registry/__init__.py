"""Who is who: jurisdictions, units, groups, people, posts, accounts and their roles (登记)."""
