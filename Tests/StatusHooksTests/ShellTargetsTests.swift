import Testing

@testable import StatusHooks

/// Which files a command line changes.
struct ShellTargetsTests {
  @Test(
    "files that are changed",
    arguments: [
      ("sed -i 's/a/b/' specs/TODO.md", ["s/a/b/", "specs/TODO.md"]),
      ("sed -Ei.bak -e s/a/b/ t", ["s/a/b/", "t"]),
      ("cd specs && sed --in-place s/a/b/ TODO.md", ["specs/s/a/b/", "specs/TODO.md"]),
      ("perl -pi -e 's/a/b/' \"my file\"", ["s/a/b/", "my file"]),
      ("jq .a s.json > t.json && mv t.json s.json", ["t.json", "t.json", "s.json", "s.json/t.json"]),
      ("echo x >> a 2>/dev/null", ["a", "/dev/null"]), ("echo x >|a", ["a"]), ("x &>a", ["a"]),
      ("FOO=1 sudo tee -a a < b", ["a"]), ("cat <<'EOF' > a\nrm b\nEOF\nrm c", ["a", "c"]),
      ("bash -lc \"rm 'a b'\"", ["a b"]), ("cp x/a b", ["b", "b/a"]), ("dd if=a of=b", ["b"]),
      ("rm -rf a\\ b", ["a b"]),
      ("if true; then rm a; fi", ["a"]), ("(cd x; rm a)", ["x/a"]), ("a | sponge b", ["b"]),
      ("git rm -q a", ["a"]), ("git mv a b", ["a", "b", "b/a"]), ("timeout 5 rm a", ["a"]),
      ("ls | xargs -0 rm a", ["a"]), ("mv -vt d a b", ["a", "b", "d", "d/a", "d/b"]),
      ("git -C x -c a=b mv a b", ["x/a", "x/b", "x/b/a"]), ("git -C x rm a; rm b", ["x/a", "b"]),
      ("mv a{,.old}", ["a", "a.old", "a.old/a"]), ("rm {a,b}c/{d,e}", ["ac/d", "ac/e", "bc/d", "bc/e"]),
      ("find a b/ -name c -delete", ["a/**/c", "b//**/c"]),
      ("find a -type f -exec sed -i s/b/c/ {} +", ["a"]),
      ("pushd a; rm b", ["a/b"]), ("eval 'rm a' ; eval rm b", ["a", "b"]),
      ("rename s/a/b/ c", ["s/a/b/", "c"]),
      ("rsync -a a/ b", ["b", "b"]),
      ("cd x; mv --target-directory=d -- -a", ["x/-a", "x/d", "x/d/-a"]),
      ("mv -S .old a b", ["a", "b", "b/a"]),
    ] as [(String, [String])])
  func changed(_ line: String, _ paths: [String]) {
    #expect(ShellTargets.of(line).map(\.path) == paths)
  }

  @Test("what is removed or moved with everything below it, and what a pattern stands for")
  func several() {
    let targets = ShellTargets.of(
      "rm -rf a; rm --recursive b; git rm -r c; rm d; mv e f; sed -i x g/*.md; find h -delete; rsync --delete i j"
    )
    #expect(targets.filter(\.isWholeTree).map(\.path) == ["a", "b", "c", "e", "h", "j", "j/i"])
    #expect(targets.filter(\.isPattern).map(\.path) == ["g/*.md"])
  }

  @Test(
    "files that are read",
    arguments: [
      "sed -n 1,3p specs/TODO.md", "cat specs/TODO.md", "grep -i x specs/TODO.md", "echo 'a > b'", "ls 2>&1",
      "# rm a", "statuslint update 1 --plan specs/a/plans/b.md", "jq . < specs/state.json", "cat <<< 'x'", "",
      "git commit -m 'rm a; mv b'", "find a -name b", "find . -empty -delete", "find a -exec grep b {} +",
      "git -C rm status", "echo {a,b}", "git -C x log rm", "'", "\"", "\\", "<<", ">", "$(", "\u{0}",
    ])
  func read(_ line: String) {
    #expect(ShellTargets.of(line).isEmpty)
  }
}
