"""Administrative powers 行政权力事项: who holds each, how it moved, how its cases are handled."""
