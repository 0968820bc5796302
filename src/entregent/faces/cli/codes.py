"""The exit codes."""

OK, STOP, USAGE, INTERNAL, INTERRUPTED, PIPE = 0, 1, 2, 3, 130, 141
"""Nothing at level `stop`; a `stop`; wrong usage or unreadable input; a fault of ours; Ctrl-C; whoever read the output went away."""
