"""Trees, and the pages that statuslint makes of them."""

import os
import pathlib
import subprocess

STATUSLINT = os.environ["STATUSLINT"]
PROJECT = pathlib.Path(__file__).resolve().parent.parent.parent

# Text that would be markup, leave an element, change the direction or end the page.
HOSTILE = [
    "<script>window.hacked = 1</script>",
    "</style><img src=x onerror='window.hacked = 1'>",
    "</title></script><!-- ",
    "\" autofocus onfocus=\"window.hacked = 1",
    "' onclick='window.hacked = 1",
    "javascript:window.hacked=1",
    "&lt;b&gt; &#60;i&#62;",
    "exe.\u202egnp \u2066isolated",
    "שלום עולם 123",
    "漢字" * 60,
    "x" * 300,
]


def write_tree(directory, titles):
    """Writes a tree with a task for each title, whose status no profile knows."""
    specs = directory / "specs"
    specs.mkdir(parents=True)
    entries = [f"### {number}. {title}\n- **Status**: [<b>{number}</b>]\n" for number, title in enumerate(titles, 1)]
    (specs / "TODO.md").write_text("# TODO\n\n## Tasks\n\n" + "\n".join(entries), encoding="utf-8")
    (specs / "state.json").write_text('{\n  "active_projects": []\n}\n', encoding="utf-8")
    return directory


def generate(directory, tasks, faults=0):
    """Writes a large tree with that many tasks and mistakes."""
    tool = pathlib.Path(STATUSLINT).with_name("statuslint-dev")
    subprocess.run(
        [tool, "tree", directory, "--tasks", str(tasks), "--faults", str(faults)], check=True, capture_output=True
    )
    return directory


def damage(tree):
    """Makes a mistake in a generated tree that is an error."""
    path = tree / "specs/TODO.md"
    path.write_text(path.read_text(encoding="utf-8").replace("[COMPLETED]", "[DOEN]", 1), encoding="utf-8")


def with_history(directory):
    """Writes a repository with a task for each hostile text, which is completed and reopened by commits of that name."""
    directory.mkdir(parents=True)
    identity = {
        f"GIT_{who}_{what}": value
        for who in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", HOSTILE[0]), ("EMAIL", "a@example.org"))
    }

    def git(*words, day=1):
        dates = {f"GIT_{who}_DATE": f"2026-01-{day:02}T12:00:00Z" for who in ("AUTHOR", "COMMITTER")}
        subprocess.run(["git", *words], cwd=directory, env=os.environ | identity | dates, check=True, capture_output=True)

    git("init", "--quiet", "--initial-branch=main", ".")
    specs = directory / "specs"
    specs.mkdir()
    statuses = ["PLANNED", "IMPLEMENTING", "COMPLETED", "NOT STARTED"]
    for number, title in enumerate(HOSTILE):
        for step, status in enumerate(statuses):
            entries = [
                f"### {other}. {text}\n- **Status**: [{status if other == number + 1 else 'PLANNED'}]\n- **Effort**: 1 hour\n"
                for other, text in enumerate(HOSTILE, 1)
            ]
            (specs / "TODO.md").write_text("# TODO\n\n" + "\n".join(entries), encoding="utf-8")
            git("add", "specs")
            git("commit", "--quiet", "--allow-empty", "-m", title, day=1 + number * 2 + step // 2)
    return directory


def page(tree, command=("check", "--format", "html"), epoch="1768469400"):
    """The bytes of the page of a tree."""
    environment = os.environ | {"SOURCE_DATE_EPOCH": epoch}
    done = subprocess.run([STATUSLINT, *command], cwd=tree, env=environment, capture_output=True, check=False)
    if done.returncode not in (0, 1):
        raise AssertionError(done.stderr.decode())
    return done.stdout
