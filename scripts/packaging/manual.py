#!/usr/bin/env python3
"""Writes a man page for the program and one for each command, from the same texts as --help (groff_man(7)).

statuslint --experimental-dump-help | manual.py VERSION DIRECTORY
"""
import json
import os
import re
import sys
from datetime import datetime, timezone
from pathlib import Path


def escaped(text):
    """Text as roff shows it unchanged."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^([.'])", r"\\&\1", text, flags=re.M)


def option_names(argument):
    value = "" if argument["kind"] == "flag" else f" \\fI{escaped(argument['valueName'])}\\fR"
    names = sorted(argument.get("names", []), key=lambda name: name["kind"] == "long")
    return ", ".join(
        f"\\fB{escaped(('-' if name['kind'] == 'short' else '--') + name['name'])}\\fR{value}" for name in names
    )


def description(argument):
    text = argument.get("abstract", "")
    default = argument.get("defaultValue")
    if default and "(default" not in text:
        text += f" (default: {default})"
    return escaped(text)


def discussion(text):
    """Paragraphs; indented lines stay as they are."""
    output = ""
    for paragraph in re.split(r"\n\n+", text.strip()):
        output += ".PP\n"
        lines = paragraph.split("\n")
        examples = [line for line in lines if line.startswith("  ")]
        prose = [line for line in lines if not line.startswith("  ")]
        if prose:
            output += escaped("\n".join(prose)) + "\n"
        if examples:
            output += ".RS 4\n.nf\n" + escaped("\n".join(line[2:] for line in examples)) + "\n.fi\n.RE\n"
    return output


def arguments(command, title, kinds):
    shown = [a for a in command.get("arguments", []) if a["kind"] in kinds and a.get("shouldDisplay", True)]
    if not shown:
        return ""
    output = f".SH {title}\n"
    for argument in shown:
        name = f"\\fI{escaped(argument['valueName'])}\\fR" if argument["kind"] == "positional" else option_names(argument)
        output += f".TP\n{name}\n{description(argument)}\n"
    return output


def synopsis(command, path):
    output = f".SH SYNOPSIS\n.B {escaped(' '.join(path))}\n"
    if command.get("subcommands"):
        return output + "\\fIcommand\\fR [\\fIoptions\\fR]\n"
    output += "[\\fIoptions\\fR]"
    for argument in command.get("arguments", []):
        if argument["kind"] == "positional":
            name = f"\\fI{escaped(argument['valueName'])}\\fR" + (" ..." if argument.get("isRepeating") else "")
            output += f" [{name}]" if argument.get("isOptional") else f" {name}"
    return output + "\n"


def page(command, path, version, date, others):
    name = "-".join(path)
    text = f'.TH "{escaped(name.upper())}" 1 "{date}" "statuslint {version}" "statuslint"\n'
    text += f".SH NAME\n{escaped(name)} \\- {escaped(command.get('abstract', '').rstrip('.'))}\n"
    text += synopsis(command, path)
    if command.get("discussion"):
        text += ".SH DESCRIPTION\n" + discussion(command["discussion"])
    shown = [c for c in command.get("subcommands", []) if c["commandName"] != "help"]
    if shown:
        text += ".SH COMMANDS\n"
        for other in shown:
            text += f".TP\n\\fB{escaped(other['commandName'])}\\fR\n{escaped(other['abstract'])}\n"
    text += arguments(command, "ARGUMENTS", ("positional",))
    text += arguments(command, "OPTIONS", ("option", "flag"))
    if not shown:
        text += (
            ".SH EXIT STATUS\n.TP\n0\nnothing to report\n.TP\n1\nfindings remain, or the request was refused\n"
            ".TP\n2\nwrong command line or configuration\n.TP\n3\nthe work could not be done, and nothing was changed\n"
        )
    related = [other for other in others if other != name]
    text += ".SH SEE ALSO\n" + ",\n".join(f"\\fB{escaped(other)}\\fR(1)" for other in related) + "\n"
    return name, text


def main():
    version, directory = sys.argv[1], Path(sys.argv[2])
    directory.mkdir(parents=True, exist_ok=True)
    root = json.load(sys.stdin)["command"]
    moment = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), timezone.utc)
    commands = [command for command in root["subcommands"] if command["commandName"] != "help"]
    names = ["statuslint"] + [f"statuslint-{command['commandName']}" for command in commands]
    date = moment.strftime("%Y-%m-%d")
    pages = [page(root, ["statuslint"], version, date, names)]
    pages += [page(command, ["statuslint", command["commandName"]], version, date, names) for command in commands]
    for name, text in pages:
        (directory / f"{name}.1").write_text(text)


main()
