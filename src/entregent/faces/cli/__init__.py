"""The command line.

`main.run` is the script's entry. `commands` says which commands there are and what they take, as plain data; the parser, the help pages and the shell
completion are made from it. One module a use case (`check`, `importing`, `people`, `saying`) calls `app` and prints. `screen` knows the terminal.
Only what the called command needs is imported: the cold start of `check` is what users wait for.
"""
