"""The biomedicine plan 生物医药产业发展规划: its work, its firms and products, its figures."""
