"""The mutants of the committer: what is changed where, and which suites have to notice."""

import dataclasses


@dataclasses.dataclass(frozen=True)
class Mutant:
    """One change of a source of StatusCommit; its text must stand there exactly once."""

    name: str
    file: str
    old: str
    new: str
    #: A regular expression of test suites; those in which it is to be noticed, so that the others need not run.
    suites: str = "CommitCrashTests"


MUTANTS = [
    # The waits of a commit, in their order. CommitMutantTests has the same without touching the sources.
    Mutant(
        "the journal's bytes are not waited for",
        "Commit.swift",
        "try writer.write(raw) }\n      try fileSystem.synchronize(file)\n",
        "try writer.write(raw) }\n",
    ),
    Mutant(
        "the journal's name is not waited for",
        "Commit.swift",
        "      try root.synchronize(root.root)\n    } catch {\n      try? root.remove(JournalName.new)",
        "    } catch {\n      try? root.remove(JournalName.new)",
    ),
    Mutant(
        "the new bytes are not waited for",
        "Stage.swift",
        "      try fileSystem.synchronize(file)\n",
        "",
    ),
    Mutant(
        "the names of the targets are not waited for",
        "Commit.swift",
        "      try synchronizeDirectories()\n",
        "",
    ),
    Mutant(
        "the end of the commit is not waited for",
        "Commit.swift",
        "    do { try root.synchronize(root.root) } catch { throw .outcomeUnknown(error, root) }\n",
        "",
    ),
    Mutant(
        "the names of directories that were made are not waited for",
        "Commit.swift",
        " + journal.directories.map(PathText.parent))",
        ")",
    ),
    # Looking.
    Mutant(
        "a target is not looked at before it is replaced",
        "Commit.swift",
        "      guard try directory.find(target.name, in: fileSystem).isSame(as: old) else { throw .foreignFile }\n",
        "",
        "CommitEditTests",
    ),
    Mutant(
        "what came out of an exchange is not looked at",
        "Commit.swift",
        "      if try directory.find(stage, in: fileSystem).isSame(as: old) { return }\n",
        "      if !stage.isEmpty { return }\n",
        "CommitEditTests",
    ),
    Mutant(
        "the old version is not looked at before it is removed",
        "Cleanup.swift",
        "!bytes.isSame(as: former.bytes) {",
        "bytes.isEmpty, !former.bytes.isEmpty {",
        "CommitEditTests",
    ),
    Mutant(
        "undoing does not look at what came out of its exchange",
        "Undo.swift",
        "    if let out = try directory.find(stage, in: fileSystem).bytes, file.isNew(out) {\n",
        "    if !stage.isEmpty {\n",
        "CommitEditTests",
    ),
    Mutant(
        "undoing does not look at the new version before it removes it",
        "Undo.swift",
        "if let bytes = found.bytes, isLateEdit(bytes, of: file, under: name) {",
        "if let bytes = found.bytes, bytes.isEmpty, isLateEdit(bytes, of: file, under: name) {",
        "CommitEditTests",
    ),
    # Undoing and recovery.
    Mutant(
        "undoing does not wait for the journal's name first",
        "Undo.swift",
        "    if !isDurable { try root.synchronize(root.root) }\n",
        "    _ = isDurable\n",
        "CommitMutantTests",
    ),
    Mutant(
        "undoing does not wait for the names that it has changed",
        "Undo.swift",
        "    try synchronizeDirectories()\n",
        "",
    ),
    Mutant(
        "undoing removes the journal before it waits for the names",
        "Undo.swift",
        "    try synchronizeDirectories()\n",
        "    try root.remove(JournalName.armed)\n    try synchronizeDirectories()\n",
    ),
    Mutant(
        "undoing writes anew under the stage's own name",
        "JournalName.swift",
        '    return stage[..<start] + "0" + stage[start...]\n',
        "    return String(stage[..<start] + stage[start...])\n",
    ),
    Mutant(
        "recovery of a commit that is done does not wait for that",
        "Recovery.swift",
        "      try root.synchronize(root.root)\n      var cleanup",
        "      var cleanup",
    ),
    Mutant(
        "recovery looks at the end of a commit before the journal",
        "Recovery.swift",
        "    switch try usable(JournalName.armed) {",
        "    switch try usable(try root.has(JournalName.done) ? JournalName.new : JournalName.armed) {",
    ),
    # Failing.
    Mutant(
        "a commit whose end may be on the disk is undone",
        "Commit.swift",
        "    do { try root.synchronize(root.root) } catch { throw .outcomeUnknown(error, root) }\n",
        "    do { try root.synchronize(root.root) } catch { throw undone(after: error, journalIsDurable: true) }\n",
    ),
    Mutant(
        "a rename that says it failed is believed",
        "Commit.swift",
        "      guard (try? root.has(JournalName.armed)) == true, (try? root.has(JournalName.done)) == false else {\n"
        "        throw .outcomeUnknown(failure, root)\n      }\n",
        "",
    ),
    Mutant(
        "undoing goes on to the end though a file could not be restored",
        "Undo.swift",
        "    if let failure { throw failure }\n",
        "    _ = failure\n",
    ),
    # Keeping what a file has besides bytes.
    Mutant("the mode and the owner are not kept", "Stage.swift", "      if let likeness { try give(likeness, to: file) }\n", ""),
    Mutant(
        "the owner is given after the mode",
        "Stage.swift",
        "    let status = try fileSystem.status(of: file)\n",
        "    try fileSystem.setPermissions(likeness.permissions, of: file)\n"
        "    let status = try fileSystem.status(of: file)\n",
    ),
]
