"""``python -m belisha``."""

from belisha.surfaces.cli import main

if __name__ == "__main__":
    main()
