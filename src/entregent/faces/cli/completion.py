"""`entregent completion SHELL`: a script for bash, zsh or fish, written from the same tables as the parser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from entregent.faces.cli.codes import OK
from entregent.faces.cli.commands import COMMANDS
from entregent.faces.cli.help import what

if TYPE_CHECKING:
    from argparse import Namespace

    from entregent.faces.cli.commands import Command, Flag, Operand
    from entregent.faces.cli.screen import Screen
    from entregent.faces.words import Words


def run(options: Namespace, screen: Screen) -> int:
    """Print the script for a shell. It is a program: it is written as it is, neither wrapped nor typeset for the terminal."""
    screen.out.write(_bash() if options.shell == "bash" else {"zsh": _zsh, "fish": _fish}[options.shell](screen.words))
    return OK


def _bash() -> str:
    flags, values, files = [], [], []
    for command in COMMANDS:
        names = [name for flag in command.flags for name in flag.names]
        places = [choice for operand in command.operands for choice in operand.choices]
        flags.append(f"        {command.name}) flags='{' '.join([*names, '--help'])}'; places='{' '.join(places)}' ;;")
        if any(operand.kind == "path" for operand in command.operands):
            files.append(command.name)
        for flag in command.flags:
            if flag.kind == "switch":
                continue
            source = "-f" if flag.kind == "path" else f"-W '{' '.join(flag.choices)}'"
            pattern = "|".join(f"{command.name}:{name}" for name in flag.names)
            values.append(f'        {pattern}) COMPREPLY=($(compgen {source} -- "$word")); return ;;')
    return f"""# bash completion for entregent: eval "$(entregent completion bash)"
_entregent() {{
    local word before command flags='' places=''
    word="${{COMP_WORDS[COMP_CWORD]}}"
    before="${{COMP_WORDS[COMP_CWORD-1]}}"
    command="${{COMP_WORDS[1]}}"
    if [ "$COMP_CWORD" -eq 1 ]; then
        COMPREPLY=($(compgen -W '{" ".join(command.name for command in COMMANDS)} --help --version' -- "$word"))
        return
    fi
    case "$command:$before" in
{chr(10).join(values)}
    esac
    case "$command" in
{chr(10).join(flags)}
    esac
    case "$command:$word" in
        *:-*) COMPREPLY=($(compgen -W "$flags" -- "$word")) ;;
        {"|".join(f"{name}:*" for name in files)}) COMPREPLY=($(compgen -f -- "$word")) ;;
        *) COMPREPLY=($(compgen -W "$places" -- "$word")) ;;
    esac
}}
complete -o filenames -F _entregent entregent
"""


def _zsh(words: Words) -> str:
    parts = []
    for command in COMMANDS:
        specs = [_zsh_flag(flag, command, words) for flag in command.flags]
        specs += [_zsh_operand(operand) for operand in command.operands]
        parts.append(f"        {command.name})\n            _arguments -S {' '.join(specs)} '(-h --help)'{{-h,--help}} ;;")
    names = "\n".join(f"        {_single(command.name + ':' + _short(command, words))}" for command in COMMANDS)
    return f"""#compdef entregent
# zsh completion for entregent: eval "$(entregent completion zsh)"
_entregent() {{
    local -a commands
    commands=(
{names}
    )
    if (( CURRENT == 2 )); then
        _describe command commands
        return
    fi
    local called=$words[2]
    shift words
    (( CURRENT-- ))
    case $called in
{chr(10).join(parts)}
    esac
}}
compdef _entregent entregent
"""


def _zsh_flag(flag: Flag, command: Command, words: Words) -> str:
    told = what(flag, command, words).replace("[", "(").replace("]", ")").replace(":", "\\:")
    value = {"switch": "", "path": ":file:_files", "choice": f":value:({' '.join(flag.choices)})"}.get(flag.kind, ":value: ")
    star = "*" if flag.many else ""
    return " ".join(_single(f"{star}{name}[{told}]{value}") for name in flag.names)


def _zsh_operand(operand: Operand) -> str:
    # a colon within a choice would end it: ask:job
    choices = " ".join(choice.replace(":", "\\:") for choice in operand.choices)
    told = "_files" if operand.kind == "path" else f"({choices})" if choices else " "
    count = {"": ":", "?": "::", "+": "*:"}[operand.many]
    return _single(f"{count}{operand.name.lower()}:{told}")


def _fish(words: Words) -> str:
    made = ["# fish completion for entregent: entregent completion fish | source", "complete -c entregent -f"]
    made.append("complete -c entregent -n __fish_use_subcommand -l help -l version")
    for command in COMMANDS:
        made.append(f"complete -c entregent -n __fish_use_subcommand -a {command.name} -d {_single(_short(command, words))}")
        seen = f"-n '__fish_seen_subcommand_from {command.name}'"
        for flag in command.flags:
            names = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in flag.names)
            value = {"switch": "", "path": " -r -F", "choice": f" -x -a '{' '.join(flag.choices)}'"}.get(flag.kind, " -x")
            made.append(f"complete -c entregent {seen} {names}{value} -d {_single(what(flag, command, words))}")
        for operand in command.operands:
            if operand.kind == "path":
                made.append(f"complete -c entregent {seen} -F")
            elif operand.choices:
                made.append(f"complete -c entregent {seen} -a '{' '.join(operand.choices)}'")
    return "\n".join(made) + "\n"


def _short(command: Command, words: Words) -> str:
    return words.typeset(words.table("help")[command.name]["short"])


def _single(text: str) -> str:
    """In single quotes, as all three shells read them."""
    return "'" + text.replace("'", "'\\''") + "'"
