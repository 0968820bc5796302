"""`python -m entregent`."""

from entregent.faces.cli.main import run

if __name__ == "__main__":
    run()
