"""Trees for crash tests."""

import os
import pathlib
import re
import subprocess


def contents(directory):
    """The bytes of every file in the tree's root and below, and None for each directory, by path."""
    found = {}
    for place, directories, files in os.walk(pathlib.Path(directory) / "specs"):
        for name in directories:
            found[os.path.relpath(os.path.join(place, name), directory)] = None
        for name in files:
            path = os.path.join(place, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, directory)] = file.read()
    return found


class BrokenTree:
    """A tree without a fault, in which safe fixes are then needed in four files in three directories and more."""

    def __init__(self, developer_program, path):
        self.path = pathlib.Path(path)
        made = [developer_program, "tree", str(path), "--tasks", "8"]
        subprocess.run(made, check=True, stdout=subprocess.DEVNULL)
        self.findings = 0
        self._break("specs/TODO.md", r"\[COMPLETED\]", "[Complete]")
        self._break("specs/state.json", r'"status": "completed"', '"status": "Complete"')
        done = r"^(### Phase 1: .*)\[COMPLETED\]"
        plans = sorted(self.path.glob("specs/*/plans/*.md"))
        for plan in [plan for plan in plans if re.search(done, plan.read_text(), re.MULTILINE)][:2]:
            self._break(str(plan.relative_to(self.path)), done, r"\1[Complete]")

    def _break(self, name, pattern, replacement):
        file = self.path / name
        text, count = re.subn(pattern, replacement, file.read_text(), count=1, flags=re.MULTILINE)
        if count != 1:
            raise SystemExit(f"{name} has nothing like {pattern}")
        file.write_text(text)
        self.findings += 1
