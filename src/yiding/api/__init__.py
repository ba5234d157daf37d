"""The API 接口: the same actions for programs."""
