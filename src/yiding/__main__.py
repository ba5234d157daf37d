"""``python -m yiding`` is the ``yiding`` command."""

from yiding.cli import main

if __name__ == "__main__":
    main()
