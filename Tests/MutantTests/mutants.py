"""Takes one line after the other out of the committer, and sees whether its tests notice.

Called by scripts/mutants, which says what the arguments mean. The committer is built by itself, in a package beside the
real one, so that a mutant costs seconds. A mutant that its tests let pass ends with exit code 1.
"""

import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import time

from catalogue import MUTANTS

MANIFEST = """// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "statuslint",
  targets: [
    .target(name: "StatusText"),
    .target(name: "CSystemShims"),
    .target(name: "StatusRuntime", dependencies: ["CSystemShims"]),
    .target(name: "StatusFileSystem", dependencies: ["CSystemShims", "StatusText"]),
    .target(name: "StatusCommit", dependencies: ["StatusFileSystem", "StatusRuntime", "StatusText"]),
    .target(
      name: "StatusTestSupport", dependencies: ["StatusFileSystem"], path: "Tests/StatusTestSupport"),
    .testTarget(
      name: "StatusCommitTests", dependencies: ["StatusCommit", "StatusFileSystem", "StatusTestSupport"]),
  ]
)
"""
DIRECTORIES = [
    "Sources/StatusText",
    "Sources/CSystemShims",
    "Sources/StatusRuntime",
    "Sources/StatusFileSystem",
    "Sources/StatusCommit",
    "Tests/StatusTestSupport",
    "Tests/StatusCommitTests",
]


class Laboratory:
    """A copy of what the committer is made of, where it can be broken."""

    def __init__(self, project):
        self.project = project
        self.directory = project / ".build" / "mutants"
        self.directory.mkdir(parents=True, exist_ok=True)
        self.write(self.directory / "Package.swift", MANIFEST)
        for directory in DIRECTORIES:
            self.copy(directory)

    def copy(self, name):
        """Makes a directory what it is in the project; what has not changed is not touched, nor built again."""
        source, target = self.project / name, self.directory / name
        wanted = {p.relative_to(source) for p in source.rglob("*") if p.is_file()}
        if target.exists():
            for path in target.rglob("*"):
                if path.is_file() and path.relative_to(target) not in wanted:
                    path.unlink()
        for path in wanted:
            self.write(target / path, (source / path).read_text())

    def write(self, path, text):
        if not path.exists() or path.read_text() != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)

    def build(self):
        return self.swift("build", "--build-tests", "--quiet")

    def test(self, suites):
        return self.swift("test", "--skip-build", "--filter", suites)

    def swift(self, *arguments):
        # Some mutants leave something unused, which is only a warning here.
        return subprocess.run(
            ["swift", *arguments], cwd=self.directory, capture_output=True, text=True, timeout=1800, check=False)


def try_mutant(laboratory, mutant):
    """The tests that notice; the script ends where the mutant cannot be made."""
    path = laboratory.directory / "Sources/StatusCommit" / mutant.file
    text = path.read_text()
    if text.count(mutant.old) != 1:
        sys.exit(f"mutants: {mutant.name}: its text stands {text.count(mutant.old)} times in {mutant.file}, not once")
    path.write_text(text.replace(mutant.old, mutant.new))
    try:
        built = laboratory.build()
        if built.returncode != 0:
            sys.exit(f"mutants: {mutant.name} does not compile:\n{built.stdout}{built.stderr}")
        tested = laboratory.test(mutant.suites)
        named = r'^✘ Test (?!run with)"?(.+?)"? (?:with \d+ test cases? )?failed after'
        return sorted(set(re.findall(named, clean(tested), re.MULTILINE)))
    finally:
        path.write_text(text)


def clean(result):
    return re.sub(r"\x1b\[[0-9;]*m", "", result.stdout + result.stderr)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--list", action="store_true")
    parser.add_argument("names", nargs="*")
    arguments = parser.parse_args()
    chosen = [m for m in MUTANTS if not arguments.names or any(n in m.name for n in arguments.names)]
    if arguments.list:
        for mutant in chosen:
            print(mutant.name)
        return 0
    if not chosen:
        sys.exit(f"mutants: no mutant is called {' or '.join(arguments.names)}; --list shows their names")
    laboratory = Laboratory(pathlib.Path(__file__).resolve().parents[2])
    if shutil.which("swift") is None:
        sys.exit("mutants: no swift on the path")
    built = laboratory.build()
    if built.returncode != 0:
        sys.exit(f"mutants: the committer does not compile:\n{clean(built)}")
    healthy = laboratory.test("|".join(sorted({m.suites for m in chosen})))
    if healthy.returncode != 0:
        sys.exit(f"mutants: the tests fail without a mutant:\n{clean(healthy)[-4000:]}")
    survivors = 0
    for mutant in chosen:
        start = time.monotonic()
        caught = try_mutant(laboratory, mutant)
        survivors += not caught
        verdict = f"caught by “{caught[0]}”" if caught else "NOT CAUGHT"
        more = f" and {len(caught) - 1} more" if len(caught) > 1 else ""
        print(f"{mutant.name}: {verdict}{more} ({time.monotonic() - start:.0f} s)", flush=True)
    print(f"{len(chosen)} mutants, {len(chosen) - survivors} caught")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main())
