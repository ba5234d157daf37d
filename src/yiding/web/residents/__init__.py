"""Residents' pages 居民页面: what is planned for a community, and what its households say."""
