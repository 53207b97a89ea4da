#!/usr/bin/env python3
"""Writes the man pages (groff_man(7)): of the program and of each command, from what --help prints, in man1/ of the
directory, and of the configuration, from its JSON Schema, in man5/.

manual.py PROGRAM VERSION DIRECTORY
"""
import json
import os
import re
import subprocess
import sys
from datetime import datetime, timezone
from pathlib import Path

TITLES = {"SUBCOMMANDS": "COMMANDS"}
TEXT = 26
EXIT_CODES = """.SH EXIT STATUS
.TP
0
nothing to report
.TP
1
findings remain, or the request was refused
.TP
2
wrong command line or configuration
.TP
3
the work could not be done, and nothing was changed
"""


def escaped(text):
    """Text as roff shows it unchanged."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^([.'])", r"\\&\1", text, flags=re.M)


def help_of(program, *command):
    """The overview of a help page and its other sections, each a list of lines. Nothing in it is wrapped."""
    page = subprocess.run(
        [program, *command, "--help"], env={"COLUMNS": "10000"}, check=True, capture_output=True, text=True
    ).stdout
    sections = re.split(r"^(USAGE|ARGUMENTS|OPTIONS|SUBCOMMANDS):", page, flags=re.M)
    overview = sections[0].removeprefix("OVERVIEW: ")
    return overview, {title: text.strip("\n").split("\n") for title, text in zip(sections[1::2], sections[2::2])}


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


def entries(lines):
    """The entries of a table of the help page: each a name, and a text in the column TEXT of the same line or the next."""
    found = []
    for line, following in zip(lines, lines[1:] + [""]):
        if not line.strip():
            break
        if line.startswith(" " * TEXT):
            continue
        if following.startswith(" " * TEXT):
            found.append((line.strip(), following.strip()))
        else:
            found.append((line[:TEXT].strip(), line[TEXT:]))
    return found


def names(text):
    """The names of an option in bold, and its value in italics without brackets."""
    text = re.sub(r"(?<![\w<])(--?[a-z][a-z-]*)", lambda match: f"\\fB{escaped(match[1])}\\fR", text)
    return re.sub(r"<([^>]*)>", lambda match: f"\\fI{escaped(match[1])}\\fR", text)


def page(program, command, version, date, others):
    overview, sections = help_of(program, *command)
    abstract, _, rest = overview.partition("\n")
    name = "-".join(["statuslint", *command])
    text = f'.TH "{escaped(name.upper())}" 1 "{date}" "statuslint {version}" "statuslint"\n'
    text += f".SH NAME\n{escaped(name)} \\- {escaped(abstract.rstrip('.'))}\n"
    text += f".SH SYNOPSIS\n{escaped(sections['USAGE'][0].strip())}\n"
    if rest.strip():
        text += ".SH DESCRIPTION\n" + discussion(rest)
    for title in ("SUBCOMMANDS", "ARGUMENTS", "OPTIONS"):
        if title in sections:
            text += f".SH {TITLES.get(title, title)}\n"
            for entry, meaning in entries(sections[title]):
                shown = f"\\fB{escaped(entry)}\\fR" if title == "SUBCOMMANDS" else names(entry)
                text += f".TP\n{shown}\n{escaped(meaning)}\n"
    # The exit codes of a hook are those that agents want; its description says them.
    if command and command != ["hook"]:
        text += EXIT_CODES
    related = [other for other in others if other != name]
    text += ".SH SEE ALSO\n" + ",\n".join(f"\\fB{escaped(other)}\\fR(1)" for other in related) + "\n"
    return name, text


def form(value):
    """What a value of the configuration may be, in a few words."""
    if "enum" in value:
        words = value["enum"]
        return f"one of {len(words)} names" if len(words) > 12 else " | ".join(json.dumps(word) for word in words)
    if "anyOf" in value or "oneOf" in value:
        return " or ".join(form(other) for other in value.get("anyOf") or value["oneOf"])
    kind = value.get("type", "any value")
    if isinstance(kind, list):
        return " or ".join(kind)
    if kind == "array" and isinstance(value.get("items"), dict):
        return f"array of {form(value['items'])}"
    return kind


def configuration(program, version, date):
    """The page of statuslint.json."""
    schema = json.loads(
        subprocess.run([program, "schema", "configuration"], check=True, capture_output=True, text=True).stdout)
    text = f'.TH "STATUSLINT.JSON" 5 "{date}" "statuslint {version}" "statuslint"\n'
    text += ".SH NAME\nstatuslint.json \\- the configuration of statuslint\n.SH DESCRIPTION\n"
    text += "A JSON object in the directory of the repository or of the tree, also as \\fB.statuslint.json\\fR.\n"
    text += escaped(schema["description"]) + "\nThe command line goes before the file, and the file before the profile.\n"
    text += ".SH KEYS\n"
    for key, value in schema["properties"].items():
        text += f".TP\n\\fB{escaped(key)}\\fR: {escaped(form(value))}\n{escaped(value['description'])}\n"
    text += ".SH SEE ALSO\n\\fBstatuslint\\fR(1),\n\\fBstatuslint\\-config\\fR(1),\n\\fBstatuslint\\-init\\fR(1)\n"
    return text


def main():
    program, version, directory = sys.argv[1], sys.argv[2], Path(sys.argv[3])
    for section in ("man1", "man5"):
        (directory / section).mkdir(parents=True, exist_ok=True)
    moment = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), timezone.utc)
    commands = [name for name, _ in entries(help_of(program)[1]["SUBCOMMANDS"])]
    others = ["statuslint"] + [f"statuslint-{command}" for command in commands]
    for command in [[]] + [[command] for command in commands]:
        name, text = page(program, command, version, moment.strftime("%Y-%m-%d"), others)
        (directory / "man1" / f"{name}.1").write_text(text)
    date = moment.strftime("%Y-%m-%d")
    (directory / "man5" / "statuslint.json.5").write_text(configuration(program, version, date))


main()
