"""Tests of what the built program leaves behind when it is cut short, crowded or starved.

Called by scripts/crash-test, which says what the arguments mean. Each test prints one line; the first one that does
not hold ends with exit code 1 and says what was found.
"""

import argparse
import concurrent.futures
import os
import pathlib
import random
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from trees import BrokenTree, CrowdedTree, PhaseTree, PlannedTree, contents

NOBODY = 65534


class Failure(Exception):
    """Something that had to hold does not."""


def run(command, directory, **options):
    return subprocess.run(
        command, cwd=directory, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120, **options
    )


def expect(holds, what, outcome=None):
    if not holds:
        said = f"\n{outcome.args}\nexit {outcome.returncode}\n{(outcome.stdout + outcome.stderr)[:2000]}" if outcome else ""
        raise Failure(what + said)


class CrashTests:
    """Tests of one command that changes several files of one tree."""

    def __init__(self, programs, work, tree, arguments):
        work.mkdir()
        self.program = str(programs / "statuslint")
        self.developer = str(programs / "statuslint-dev")
        self.work = work
        self.tree = tree
        self.root = tree.root
        self.fix = [self.program, *arguments]
        self.recover = [self.program, "recover", self.root]
        fixed = self.copy("fixed")
        outcome = run(self.fix, fixed)
        expect(outcome.returncode == 0, "the command works", outcome)
        self.old, self.new = contents(self.tree.path, self.root), contents(fixed, self.root)
        changed = [path for path in self.new if self.new[path] is not None and self.old.get(path) != self.new[path]]
        directories = {os.path.dirname(path) for path in changed}
        expect(len(changed) >= tree.least_files, f"it changes enough files: {changed}")
        expect(len(directories) >= tree.least_directories, f"in enough directories: {changed}")

    def copy(self, name):
        target = self.work / name
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(self.tree.path, target, symlinks=True)
        return target

    def verdict(self, directory):
        """Whether a tree is old or new, and nothing else lies in it."""
        found = contents(directory, self.root)
        return "old" if found == self.old else "new" if found == self.new else None

    def expect_whole(self, directory, what, outcome=None):
        verdict = self.verdict(directory)
        if verdict:
            return verdict
        found = contents(directory, self.root)
        odd = [path for path in {*found, *self.old} if found.get(path) not in (self.old.get(path), self.new.get(path))]
        raise Failure(f"{what}: neither old nor new; not of either: {odd}\n{outcome.stderr if outcome else ''}")

    # Cutting

    def calls(self, command, directory):
        """The calls by which `command` changes files: name, how many of that name came before, and the text."""
        log = self.work / "calls.log"
        names = "openat,write,fsync,fchmod,fchown,renameat,renameat2,unlinkat,mkdirat"
        outcome = run(["strace", "-f", "-qq", "-y", "-e", f"trace={names}", "-o", str(log), *command], directory)
        expect(outcome.returncode == 0, "the command runs under strace", outcome)
        counts, found = {}, []
        for line in log.read_text(errors="replace").splitlines():
            match = re.match(r"^\d+ +(\w+)\((.*)$", line)
            if not match:
                continue
            name, text = match.groups()
            counts[name] = counts.get(name, 0) + 1
            if (name != "openat" or "O_CREAT" in text) and (name != "write" or ".statuslint" in text):
                found.append((name, counts[name], text))
        return found

    def kill_everywhere(self):
        """Killed before each call that changes anything, the next command makes all old, or finds all new."""
        ends = {"old": 0, "new": 0}
        calls = self.calls(self.fix, self.copy("traced"))
        expect(len(calls) > 20, f"the calls of a commit are seen: {len(calls)}")
        for name, number, text in calls:
            directory = self.copy("killed")
            inject = f"inject={name}:error=EIO:signal=KILL:when={number}"
            run(["strace", "-f", "-qq", "-e", f"trace={name}", "-e", inject, "-o", "/dev/null", *self.fix], directory)
            self.expect_readable(directory, text)
            outcome = run(self.recover, directory)
            expect(outcome.returncode == 0, f"recovery after a kill before {name} {text}", outcome)
            ends[self.expect_whole(directory, f"killed before {name} {text}", outcome)] += 1
        return f"{len(calls)} kills: {ends['old']} times all old, {ends['new']} times all new"

    def expect_readable(self, directory, what):
        """A reader sees the old findings or none, and never something in between."""
        before = contents(directory, self.root)
        outcome = run([self.program, "check", self.root, "--format", "concise", "--quiet"], directory)
        count = len([line for line in outcome.stdout.splitlines() if ": " in line and line.endswith("]")])
        expect(count in (0, self.tree.findings), f"a reader after a kill before {what} sees {count} findings", outcome)
        expect(contents(directory, self.root) == before, f"a reader after a kill before {what} writes")

    def fail_everywhere(self):
        """Each such call fails once: exit 3 and all old, or exit 0 and all new, and the file is named."""
        ends = {"old": 0, "new": 0}
        calls = self.calls(self.fix, self.copy("traced"))
        for error in ("EIO", "ENOSPC"):
            for name, number, text in calls:
                directory = self.copy("failed")
                inject = f"inject={name}:error={error}:when={number}"
                outcome = run(
                    ["strace", "-f", "-qq", "-e", f"trace={name}", "-e", inject, "-o", "/dev/null", *self.fix], directory)
                what = f"{error} at {name} {text}"
                expect(outcome.returncode in (0, 3), what, outcome)
                if outcome.returncode == 3:
                    expect(re.search(re.escape(self.root) + "[/:]", outcome.stderr), f"{what} names no file", outcome)
                again = run(self.recover, directory)
                expect(again.returncode == 0, f"recovery after {what}", again)
                verdict = self.expect_whole(directory, what, outcome)
                expect(outcome.returncode == 3 or verdict == "new", f"{what}: success, but all old", outcome)
                ends[verdict] += 1
        return f"{2 * len(calls)} failures: {ends['old']} times all old, {ends['new']} times all new"

    def interrupt(self):
        """Ctrl-C and its like wait until a commit is over."""
        ends = {}
        for name in ("INT", "TERM", "HUP", "TSTP"):
            for number in range(1, 12, 2):
                directory = self.copy("interrupted")
                inject = f"inject=fsync:signal={name}:when={number}"
                process = run(["strace", "-f", "-qq", "-e", "trace=fsync", "-e", inject, "-o", "/dev/null", *self.fix]
                              if name != "TSTP" else
                              ["timeout", "-s", "CONT", "1", "strace", "-f", "-qq", "-e", "trace=fsync", "-e", inject,
                               "-o", "/dev/null", *self.fix], directory)
                verdict = self.expect_whole(directory, f"SIG{name} at fsync {number}", process)
                expect(verdict == "new", f"SIG{name} at fsync {number} cuts the commit", process)
                ends[verdict] = ends.get(verdict, 0) + 1
        return f"{sum(ends.values())} signals, all commits whole"

    # Crowding

    def crowd(self, count):
        """Many at once: one does it, the others find nothing to do."""
        directory = self.copy("crowded")
        processes = [
            subprocess.Popen(self.fix + ["--lock-timeout", "60"], cwd=directory, stdin=subprocess.DEVNULL,
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            for _ in range(count)
        ]
        outputs = [process.communicate(timeout=120) for process in processes]
        codes = [process.returncode for process in processes]
        fixers = [text for text, _ in outputs if "fixed" in text]
        expect(set(codes) == {0}, f"all succeed: {codes} {[error for _, error in outputs if error][:3]}")
        expect(len(fixers) == 1, f"one does it: {len(fixers)}")
        expect(self.verdict(directory) == "new", "all files are new, and no litter is left")
        return f"{count} processes: 1 fixed the tree, {count - 1} found nothing to do"

    def crowd_and_kill(self, seconds):
        """Many at once, and one of them killed now and then: still all old or all new."""
        kills = rounds = 0
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            directory = self.copy("slaughter")
            rounds += 1
            processes = [subprocess.Popen(self.fix, cwd=directory, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                          stderr=subprocess.DEVNULL) for _ in range(6)]
            for process in processes[:5]:
                time.sleep(0.002 * (rounds % 7))
                process.send_signal(signal.SIGKILL)
                kills += 1
            for process in processes:
                process.wait(timeout=60)
            outcome = run(self.recover, directory)
            expect(outcome.returncode == 0, "recovery in a crowd", outcome)
            self.expect_whole(directory, "a crowd with kills", outcome)
        return f"{rounds} rounds, {kills} kills: always whole"

    def lock_held(self):
        """Who has the lock is named, and waiting ends."""
        directory = self.copy("locked")
        holder = subprocess.Popen(
            [sys.executable, "-c", "import fcntl,os,sys,time; d=os.open('specs',os.O_RDONLY); fcntl.flock(d,fcntl.LOCK_EX);"
             "print('held',flush=True); time.sleep(60)"], cwd=directory, stdout=subprocess.PIPE, text=True)
        try:
            holder.stdout.readline()
            start = time.monotonic()
            outcome = run(self.fix + ["--lock-timeout", "0.3"], directory)
            waited = time.monotonic() - start
        finally:
            holder.kill()
            holder.wait()
        expect(outcome.returncode == 3 and str(holder.pid) in outcome.stderr, "the holder is named", outcome)
        expect(0.2 < waited < 10, f"waiting ends: {waited}")
        expect(self.verdict(directory) == "old", "nothing is changed")
        return "refused with the holder's name"

    def crowd_of_updates(self, processes, each, kill):
        """Many processes, each moving tasks of its own: every move that was reported is there, and the tree is clean."""
        tree = CrowdedTree(self.work / f"crowd-{processes * each}-{kill}", processes * each)
        workers = [Updater(self.program, tree.path, range(first + 1, first + each + 1))
                   for first in range(0, processes * each, each)]
        kills = 0
        with concurrent.futures.ThreadPoolExecutor(processes) as pool:
            runs = [pool.submit(worker.work) for worker in workers]
            while kill and not all(run.done() for run in runs):
                time.sleep(0.1)
                kills += random.choice(workers).kill()
            for done in runs:
                done.result()
        outcome = run(self.recover, tree.path)
        expect(outcome.returncode == 0, "recovery after a crowd", outcome)
        moved = tree.moved()
        reported = {task for worker in workers for task in worker.reported}
        expect(reported <= moved, f"reported, but not there: {sorted(reported - moved)}")
        expect(kill or len(reported) == processes * each, f"all succeed: {len(reported)} of {processes * each}")
        outcome = run([self.program, "check", "specs"], tree.path)
        expect(outcome.returncode == 0, "the tree is clean", outcome)
        expect(not [path for path in contents(tree.path) if "statuslint" in path], "no litter is left")
        return f"{processes} processes: {len(reported)} updates reported, all there" + (f"; {kills} kills" if kill else "")

    # Starving

    def mounted(self, name, options):
        """A copy of the tree on a small file system of its own; None where none can be mounted."""
        place = self.work / name
        place.mkdir(exist_ok=True)
        mount = run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)], self.work)
        return place if mount.returncode == 0 else None

    def full_disk(self):
        """On a full disk nothing changes; with a little more room each time, in the end everything does."""
        place = self.mounted("small", "size=4m")
        if place is None:
            return "left out: mounting a tmpfs is not allowed here"
        ends = {"old": 0, "new": 0}
        try:
            shutil.copytree(self.tree.path / "specs", place / "specs")
            for pages in range(0, 200, 3):
                shutil.rmtree(place / "specs")
                shutil.copytree(self.tree.path / "specs", place / "specs")
                self.fill(place / "ballast", pages)
                outcome = run(self.fix, place)
                (place / "ballast").unlink()
                verdict = self.expect_whole(place, f"{pages} pages left", outcome)
                expect(outcome.returncode == (3 if verdict == "old" else 0), f"{pages} pages left", outcome)
                if verdict == "old":
                    expect("no space left" in outcome.stderr and "specs/" in outcome.stderr, "it says so", outcome)
                ends[verdict] += 1
                if verdict == "new":
                    break
            expect(ends["old"] and ends["new"], f"both ends are met: {ends}")
        finally:
            run(["umount", str(place)], self.work)
        return f"refused {ends['old']} times, then done"

    @staticmethod
    def fill(path, pages_left):
        """Fills the file system but for so many pages."""
        with open(path, "wb", buffering=0) as ballast:
            try:
                while True:
                    ballast.write(bytes(4096))
            except OSError:
                pass
            ballast.truncate(max(0, ballast.tell() - 4096 * pages_left))

    def read_only(self):
        """A file system that is mounted read-only: a message, and nothing else."""
        place = self.mounted("frozen", "size=16m")
        if place is None:
            return "left out: mounting a tmpfs is not allowed here"
        try:
            shutil.copytree(self.tree.path / "specs", place / "specs")
            remount = run(["mount", "-o", "remount,ro", str(place)], self.work)
            expect(remount.returncode == 0, "remounting works", remount)
            outcome = run(self.fix, place)
            expect(outcome.returncode == 3 and "read-only" in outcome.stderr, "it says so", outcome)
            expect(self.verdict(place) == "old", "nothing is changed")
            outcome = run([self.program, "check", "specs", "--quiet"], place)
            expect(outcome.returncode == 1, "reading works", outcome)
        finally:
            run(["umount", str(place)], self.work)
        return "refused"

    def no_permission(self):
        """As an ordinary user, in directories that belong to somebody else."""
        directory = self.copy("foreign")
        as_user = {}
        if os.geteuid() == 0:
            os.chmod(self.work, 0o755)
            as_user = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
        else:
            os.chmod(directory / "specs", 0o555)
        outcome = run(self.fix, directory, **as_user)
        expect(outcome.returncode == 3 and "specs" in outcome.stderr, "it says so", outcome)
        expect("help:" in outcome.stderr, "it says what to do", outcome)
        os.chmod(directory / "specs", 0o755)
        expect(self.verdict(directory) == "old", "nothing is changed")
        return "refused"

    def file_limit(self):
        """A limit of file sizes (ulimit -f) is an error like others, not the end of the process."""
        directory = self.copy("limited")
        outcome = run(["bash", "-c", "ulimit -f 1; exec " + shlex.join(self.fix)], directory)
        expect(outcome.returncode == 3 and "too large" in outcome.stderr, "it says so", outcome)
        expect(self.verdict(directory) == "old", "nothing is changed")
        return "refused"

    # A laboratory

    def laboratory(self, lab, make):
        """The modes of a laboratory, on the command and, where wanted, on a commit that makes a file and its directory."""
        modes = "kill,error,sticky,power,syncfail,edit"
        adopt = shlex.join([self.program, "recover", "--adopt", self.root])
        commands = [self.fix]
        if make:
            commands.append(self.making_command())
        for command in commands:
            print(f"  {shlex.join(command)}", flush=True)
            outcome = subprocess.run(
                [sys.executable, lab, "--setup", str(self.tree.path), "--recover", adopt, "--modes", modes, "--nested",
                 "--check-mode", "--", *command])
            expect(outcome.returncode == 0, "the laboratory found violations")
        return f"modes {modes} and nested: no violation"

    def making_command(self):
        """A command that changes two files and makes a third with its directories."""
        made = self.work / "made.md"
        made.write_text("# Made\n")
        plan = next(path for path in sorted(self.old) if "/plans/" in path)
        source = self.work / "plan.md"
        source.write_bytes(self.new[plan])
        return [self.developer, "replace", "specs", f"{plan.removeprefix('specs/')}={source}",
                f"TODO.md={self.work / 'fixed' / 'specs' / 'TODO.md'}", f"900_made/plans/made.md={made}"]


class Updater:
    """Moves tasks, one command after the other."""

    def __init__(self, program, directory, tasks):
        self.program, self.directory, self.tasks = program, directory, tasks
        self.reported = set()
        self.process = None

    def work(self):
        for task in self.tasks:
            self.process = subprocess.Popen(
                [self.program, "update", str(task), "--status", "in_progress", "--lock-timeout", "300", "--root", "specs"],
                cwd=self.directory, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            _, said = self.process.communicate()
            if self.process.returncode == 0:
                self.reported.add(task)
            else:
                expect(self.process.returncode == -signal.SIGKILL, f"task {task}: exit {self.process.returncode}: {said}")

    def kill(self):
        """Kills what is running just now; how many processes that was."""
        process = self.process
        if process is None or process.poll() is not None:
            return 0
        process.kill()
        return 1


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--programs", type=pathlib.Path, required=True)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--lab")
    arguments = parser.parse_args()
    # Every run is to write the same.
    os.environ["STATUSLINT_NOW"] = "2026-01-15T12:00:00Z"
    with tempfile.TemporaryDirectory(prefix="statuslint-crash-") as directory:
        try:
            work = pathlib.Path(directory)
            developer, program = str(arguments.programs / "statuslint-dev"), str(arguments.programs / "statuslint")
            broken = BrokenTree(developer, work / "broken")
            tests = CrashTests(arguments.programs, work / "fix", broken, ["check", "specs", "--fix"])
            planned = PlannedTree(developer, program, work / "planned")
            updates = CrashTests(arguments.programs, work / "update", planned, planned.update)
            phases = PhaseTree(work / "phases")
            other = CrashTests(arguments.programs, work / "other", phases, phases.update)
            plan = [
                ("kill", tests.kill_everywhere),
                ("kill, update", updates.kill_everywhere),
                ("kill, GSD", other.kill_everywhere),
                ("signal", tests.interrupt),
                ("crowd", lambda: tests.crowd(32)),
                ("lock", tests.lock_held),
                ("updates", lambda: updates.crowd_of_updates(8, 4, kill=False)),
                ("full disk", tests.full_disk),
                ("full, update", updates.full_disk),
                ("read-only", tests.read_only),
                ("permission", tests.no_permission),
                ("file size", tests.file_limit),
            ]
            if not arguments.quick:
                plan += [
                    ("fail", tests.fail_everywhere),
                    ("fail, update", updates.fail_everywhere),
                    ("fail, GSD", other.fail_everywhere),
                    ("crowd, killed", lambda: tests.crowd_and_kill(20)),
                    ("updates, all", lambda: updates.crowd_of_updates(32, 50, kill=False)),
                    ("updates, killed", lambda: updates.crowd_of_updates(32, 50, kill=True)),
                ]
            if arguments.lab:
                plan += [
                    ("laboratory", lambda: tests.laboratory(arguments.lab, make=True)),
                    ("lab, update", lambda: updates.laboratory(arguments.lab, make=False)),
                    ("lab, GSD", lambda: other.laboratory(arguments.lab, make=False)),
                ]
            for name, test in plan:
                start = time.monotonic()
                result = test()
                print(f"{name:14} {result} ({time.monotonic() - start:.1f} s)", flush=True)
        except Failure as failure:
            print(f"FAILED: {failure}", file=sys.stderr)
            return 1
    if not arguments.lab:
        print("power cuts and failing disks: only with --lab, and in the simulation of the unit tests")
    return 0


if __name__ == "__main__":
    sys.exit(main())
