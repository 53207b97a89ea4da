#!/usr/bin/env python3
"""Writes a wheel that installs the program (Binary distribution format, packaging.python.org).

wheel.py FILES VERSION TARGET    FILES has bin/statuslint and share/doc/statuslint/; SOURCE_DATE_EPOCH is the time of all entries
"""
import base64
import hashlib
import os
import sys
import time
import zipfile
from pathlib import Path

TAG = "py3-none-manylinux_2_17_x86_64.manylinux2014_x86_64.musllinux_1_1_x86_64"
MAIN = '''"""Runs the program: `python -m statuslint`."""
import os
import sys
import sysconfig


def main():
    # The second is that of `pip install --user`.
    for directory in (sysconfig.get_path("scripts"), sysconfig.get_path("scripts", "posix_user")):
        program = os.path.join(directory, "statuslint")
        if os.access(program, os.X_OK):
            os.execv(program, [program, *sys.argv[1:]])
    sys.exit("statuslint: the program is not in the directory of scripts; install the package again")


main()
'''


def metadata(version, readme):
    fields = [
        ("Metadata-Version", "2.1"),
        ("Name", "statuslint"),
        ("Version", version),
        ("Summary", "A fast validator and fixer for the files in which a team tracks its tasks"),
        ("License", "MIT"),
        ("Keywords", "lint,todo,plans,agents,tasks"),
        ("Classifier", "Environment :: Console"),
        ("Classifier", "License :: OSI Approved :: MIT License"),
        ("Classifier", "Operating System :: POSIX :: Linux"),
        ("Classifier", "Topic :: Software Development :: Quality Assurance"),
        ("Requires-Python", ">=3.7"),
        ("License-File", "LICENSE"),
        ("Description-Content-Type", "text/markdown"),
    ]
    return "".join(f"{name}: {value}\n" for name, value in fields) + "\n" + readme


def main():
    files, version, target = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
    docs = files / "share/doc/statuslint"
    info = f"statuslint-{version}.dist-info"
    wheel = "Wheel-Version: 1.0\nGenerator: statuslint scripts/packaging\nRoot-Is-Purelib: false\n"
    wheel += "".join(f"Tag: py3-none-{platform}\n" for platform in TAG.split("-")[2].split("."))
    entries = [
        ("statuslint/__init__.py", b"", 0o644),
        ("statuslint/__main__.py", MAIN.encode(), 0o644),
        (f"statuslint-{version}.data/scripts/statuslint", (files / "bin/statuslint").read_bytes(), 0o755),
        (f"{info}/licenses/LICENSE", (docs / "LICENSE").read_bytes(), 0o644),
        (f"{info}/METADATA", metadata(version, (docs / "README.md").read_text()).encode(), 0o644),
        (f"{info}/WHEEL", wheel.encode(), 0o644),
    ]
    record = ""
    for name, content, _ in entries:
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        record += f"{name},sha256={digest},{len(content)}\n"
    entries.append((f"{info}/RECORD", (record + f"{info}/RECORD,,\n").encode(), 0o644))

    # A zip file cannot have an earlier time.
    moment = time.gmtime(max(int(os.environ["SOURCE_DATE_EPOCH"]), 315532800))[:6]
    with zipfile.ZipFile(target / f"statuslint-{version}-{TAG}.whl", "w") as archive:
        for name, content, mode in entries:
            entry = zipfile.ZipInfo(name, moment)
            entry.external_attr = (0o100000 | mode) << 16
            entry.create_system = 3
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED, 9)


main()
