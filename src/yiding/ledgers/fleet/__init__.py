"""Official vehicles 公务用车: what is held, what is used, what it costs, what is disposed of."""
