"""One matter and every act on it; the inbox; files."""
