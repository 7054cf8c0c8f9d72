"""``python -m ecotools``: the command `ecotools`, where no script of that name is on the path."""

from ecotools.cli import main

if __name__ == "__main__":
    main(prog_name="ecotools")
