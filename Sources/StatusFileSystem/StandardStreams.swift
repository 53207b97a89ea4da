import Glibc

/// The three descriptors that a program is born with.
package enum StandardStreams {
  /// Takes the places of those that are closed (`statuslint check >&-`), so that no file of ours is opened under
  /// their numbers and written to by mistake. Reading or writing them still fails. Called once, at the start.
  package static func occupyClosed() {
    for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) == -1 && errno == EBADF {
      // The lowest free number is the closed one; the wrong direction keeps it as good as closed.
      _ = open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
    }
  }
}
