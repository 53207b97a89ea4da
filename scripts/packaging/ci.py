#!/usr/bin/env python3
"""Runs the commands of action.yml, of templates/check.yml and of the examples of docs/usage.md, as a build server would.

ci.py WHEEL DIRECTORY

They install the wheel and check the repository in DIRECTORY, which has mistakes, and a branch "main" without one of them.
"""
import os
import pathlib
import re
import subprocess
import sys

import ruamel.yaml

WHEEL, PLACE = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
PROJECT = pathlib.Path(__file__).resolve().parent.parent.parent
yaml = ruamel.yaml.YAML(typ="safe")


def run(name, command, wanted, variables):
    """Runs a command with bash, and ends the script if its exit code is not the wanted one."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(PLACE / "home"), **variables}
    result = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", command],
        cwd=PLACE / "repository", env=environment, capture_output=True, text=True)
    if result.returncode != wanted:
        sys.exit(f"{name}: exit code {result.returncode} instead of {wanted}\n{command}\n{result.stdout}{result.stderr}")
    return result.stdout


def require(condition, what):
    if not condition:
        sys.exit(what)


def action():
    """The commands of the action, with inputs of a user. Steps that use other actions or GitHub itself are left out."""
    action = yaml.load((PROJECT / "action.yml").read_text())
    inputs = {name: value["default"] for name, value in action["inputs"].items()}
    inputs |= {"package": str(WHEEL), "paths": "specs\n", "since": "main", "arguments": "--select\nall\n"}
    temporary = PLACE / "runner"
    temporary.mkdir()
    variables = {
        "RUNNER_TEMP": str(temporary), "GITHUB_PATH": str(PLACE / "path"),
        "GITHUB_STEP_SUMMARY": str(PLACE / "summary.md"), "GITHUB_ACTIONS": "true",
    }
    for step in action["runs"]["steps"]:
        if "run" not in step or "if" in step:
            continue
        values = {
            name: re.sub(r"\$\{\{ inputs\.(\w+) \}\}", lambda match: inputs[match[1]], value)
            for name, value in step["env"].items()
        }
        installs = step["name"].startswith("Install")
        output = run(f"action.yml, {step['name']}", step["run"], 0 if installs else 1, variables | values)
        if installs:
            variables["PATH"] = (PLACE / "path").read_text().strip() + ":" + os.environ["PATH"]
    require("::error " in output, "action.yml: no annotation")
    require("started-rewritten" in output, "action.yml: the revision was not looked at")
    for name in ("statuslint.sarif", "statuslint.xml", "statuslint.md"):
        require((temporary / "statuslint-reports" / name).stat().st_size > 0, f"action.yml: no {name}")
    require("statuslint" in (PLACE / "summary.md").read_text(), "action.yml: no summary")
    return variables["PATH"]


def workflow():
    """Keeps the steps of the action as those of a workflow with the same inputs: a linter of workflows does not look into an
    action."""
    action = yaml.load((PROJECT / "action.yml").read_text())
    inputs = {name: {"type": "string", "default": value["default"]} for name, value in action["inputs"].items()}
    (PLACE / "workflows").mkdir(exist_ok=True)
    with (PLACE / "workflows" / "action.yml").open("w") as file:
        yaml.dump(
            {
                "name": action["name"], "on": {"workflow_call": {"inputs": inputs}},
                "jobs": {"action": {"runs-on": "ubuntu-latest", "steps": action["runs"]["steps"]}},
            }, file)


def gitlab(path):
    """The commands of the component, and of the job that it makes."""
    spec, job = yaml.load_all((PROJECT / "templates/check.yml").read_text())
    inputs = {name: value["default"] for name, value in spec["spec"]["inputs"].items()}
    inputs |= {"package": str(WHEEL), "arguments": "specs", "since": "main"}

    def filled(text):
        return re.sub(r"\$\[\[ inputs\.(\w+) \]\]", lambda match: inputs[match[1]], text)

    variables = {name: filled(value) for name, value in job["statuslint"]["variables"].items()} | {"PATH": path}
    *others, check = job["statuslint"]["script"]
    # The image of the job is that of a container, in which packages of the system are installed.
    for command in others:
        if "apt-get" not in command:
            run("templates/check.yml", filled(command), 0, variables)
    run("templates/check.yml", filled(check), 1, variables)
    for report in job["statuslint"]["artifacts"]["reports"].values():
        require((PLACE / "repository" / report).stat().st_size > 0, f"templates/check.yml: no {report}")
    whole = yaml.load(filled((PROJECT / "templates/check.yml").read_text().split("---\n")[1]))
    with (PLACE / "gitlab-ci.yml").open("w") as file:
        yaml.dump(whole, file)


def examples(path):
    """The commands of the examples in docs/usage.md; a workflow among them is kept, to be linted."""
    text = (PROJECT / "docs/usage.md").read_text()
    section = text[text.index("## On a build server"):text.index("## In a commit hook")]
    blocks = re.findall(r"```(\w+)\n(.*?)```", section, flags=re.S)
    tried = 0
    for language, block in blocks:
        if language == "groovy":
            commands = re.findall(r"sh '([^']*)'", block)
        else:
            content = yaml.load(block)
            if "jobs" in content:
                (PLACE / "workflows").mkdir(exist_ok=True)
                (PLACE / "workflows" / f"example{tried}.yml").write_text(block)
            jobs = list(content.get("jobs", content).values())
            steps = [step for job in jobs if isinstance(job, dict) for step in job.get("steps", [])]
            commands = [step["run"] for step in steps if "run" in step]
            commands += [command for job in jobs if isinstance(job, dict) for command in job.get("script", [])]
        for command in commands:
            variables = {"PATH": path, "GITHUB_STEP_SUMMARY": str(PLACE / "summary.md")}
            run("docs/usage.md", command, 1 if "statuslint check" in command else 0, variables)
            tried += 1
    require(tried >= 3, "docs/usage.md: not every example was tried")


def main():
    path = action()
    workflow()
    gitlab(path)
    examples(path)


main()
