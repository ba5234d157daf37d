"""防雷减灾: sites, structures, devices, permits, inspections, strikes, warnings and disasters."""
