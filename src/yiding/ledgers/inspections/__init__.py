"""Work safety inspections 安全生产巡查: what was found, who removes it, and what proves it gone."""
