"""Run the command line with `python -m sayso`."""

from sayso.faces.cli import main

if __name__ == "__main__":
    main(prog_name="sayso")
