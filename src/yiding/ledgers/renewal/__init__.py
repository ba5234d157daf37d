"""Old neighbourhoods 老旧小区: what is asked, voted, planned, paid, built and handed over."""
