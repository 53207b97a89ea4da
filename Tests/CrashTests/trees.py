"""Trees for crash tests."""

import json
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


class PlannedTree:
    """A tree whose only fault is a missing project state, and the update of its task that changes TODO.md, state.json and
    the plan, and makes the project state."""

    findings = 1

    def __init__(self, developer_program, program, path):
        self.path = pathlib.Path(path)
        made = [developer_program, "tree", str(path), "--tasks", "20"]
        subprocess.run(made, check=True, stdout=subprocess.DEVNULL)
        shown = subprocess.run([program, "show", "--root", "specs"], cwd=path, check=True, capture_output=True, text=True)
        tasks = [line.split()[0] for line in shown.stdout.splitlines() if re.match(r"^\d+ +PLANNED +planned ", line)]
        for task in tasks:
            for directory in self.path.glob(f"specs/{int(task):03d}_*"):
                if (directory / "plans").is_dir():
                    (directory / "state.json").unlink(missing_ok=True)
                    self.update = ["update", task, "--status", "implementing", "--root", "specs", "--phase",
                                   "1=in_progress@2026-01-15T12:00:00Z", "--timestamp", "2026-01-15T12:00:00Z"]
                    return
        raise SystemExit("the tree has no task that is planned")


class CrowdedTree:
    """A tree of many tasks, none of which has been begun."""

    def __init__(self, path, count):
        self.path = pathlib.Path(path)
        (self.path / "specs").mkdir(parents=True)
        tasks, entries = [], []
        for number in range(1, count + 1):
            tasks.append(f"""### {number}. Do thing {number}
- **Effort**: 1 hour
- **Status**: [NOT STARTED]
- **Priority**: Low
- **Language**: general
""")
            entries.append(f"""    {{
      "project_number": {number},
      "project_name": "do_thing_{number}",
      "type": "feature",
      "status": "not_started",
      "created": "2026-01-02T09:00:00Z",
      "last_updated": "2026-01-02"
    }}""")
        (self.path / "specs/TODO.md").write_text("# TODO\n\n" + "\n".join(tasks))
        (self.path / "specs/state.json").write_text(
            f"""{{
  "_schema_version": "1.1.0",
  "_last_updated": "2026-01-02T09:00:00Z",
  "next_project_number": {count + 1},
  "active_projects": [
""" + ",\n".join(entries) + "\n  ],\n  \"completed_projects\": []\n}\n")

    def moved(self):
        """The tasks that both files call in progress; a task that only one of them does is a fault."""
        listed = set()
        for text in (self.path / "specs/TODO.md").read_text().split("### ")[1:]:
            if "[IN PROGRESS]" in text:
                listed.add(int(text.split(".")[0]))
        entries = json.loads((self.path / "specs/state.json").read_text())["active_projects"]
        registered = {entry["project_number"] for entry in entries if entry["status"] == "in_progress"}
        if listed != registered:
            raise SystemExit(f"the files disagree about {sorted(listed ^ registered)}")
        return listed
