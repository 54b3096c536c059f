"""The frozen program, driven from outside like a person's: `python -m tests.frozen FOLDER`."""
