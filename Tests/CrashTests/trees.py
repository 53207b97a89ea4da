"""Trees for crash tests."""

import json
import os
import pathlib
import re
import subprocess


def contents(directory, root="specs"):
    """The bytes of every file in the tree's root and below, and None for each directory, by path."""
    found = {}
    for place, directories, files in os.walk(pathlib.Path(directory) / root):
        for name in directories:
            found[os.path.relpath(os.path.join(place, name), directory)] = None
        for name in files:
            path = os.path.join(place, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, directory)] = file.read()
    return found


class SpecsTree:
    """A specs tree: where it is, and how many files in how many directories a command changes at least."""

    root, least_files, least_directories = "specs", 4, 3


class BrokenTree(SpecsTree):
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


class PlannedTree(SpecsTree):
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


class PhaseTree:
    """A plan of GSD without a fault, and the update of a phase that changes the roadmap, the requirements and the state."""

    root, findings, least_files, least_directories = ".planning", 0, 3, 1
    update = ["update", "2", "--status", "done"]

    def __init__(self, path):
        self.path = pathlib.Path(path)
        for name, text in self._files().items():
            file = self.path / ".planning" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)

    @staticmethod
    def _files():
        roadmap = """# Roadmap

## Phases

- [x] **Phase 1: Soil** - Compost (completed 2026-01-02)
- [ ] **Phase 2: Beds** - Boards
- [ ] **Phase 3: Seeds** - Sow

## Phase Details

### Phase 1: Soil
**Requirements**: SOIL-01
**Plans**: 1/1 plans complete

Plans:
- [x] 01-01-PLAN.md — Compost

### Phase 2: Beds
**Depends on**: Phase 1
**Requirements**: BED-01
**Plans**: 1/1 plans complete

Plans:
- [x] 02-01-PLAN.md — Boards

### Phase 3: Seeds
**Depends on**: Phase 2
**Plans**: TBD

## Progress

| Phase | Plans Complete | Status | Completed |
|-------|----------------|--------|-----------|
| 1. Soil | 1/1 | Complete | 2026-01-02 |
| 2. Beds | 1/1 | In Progress | - |
| 3. Seeds | 0/TBD | Planned | - |
"""
        requirements = """# Requirements

- [x] **SOIL-01**: Good soil
- [ ] **BED-01**: A bed

| Requirement | Phase | Status |
|---|---|---|
| SOIL-01 | Phase 1 | Complete |
| BED-01 | Phase 2 | Pending |
"""
        state = """---
current_phase: 2
status: executing
last_updated: "2026-01-10T08:00:00.000Z"
progress:
  total_phases: 3
  completed_phases: 1
  percent: 33
---

# State

## Current Position

Phase: 2 of 3 (Beds)
Plan: 1 of 1
Status: Executing
"""
        plan = "---\nphase: {0}\nplan: 01\n---\n\n# {1}\n"
        files = {"ROADMAP.md": roadmap, "REQUIREMENTS.md": requirements, "STATE.md": state}
        for phase in ("01-soil", "02-beds"):
            for kind in ("PLAN", "SUMMARY"):
                files[f"phases/{phase}/{phase[:2]}-01-{kind}.md"] = plan.format(phase, kind)
        return files


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
