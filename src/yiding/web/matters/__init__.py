"""The list of matters: filters, saved views, paging, export."""
