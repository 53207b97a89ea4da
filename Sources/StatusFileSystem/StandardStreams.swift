import Glibc

/// The three standard descriptors.
package enum StandardStreams {
  /// Opens the descriptors that are closed (`statuslint check >&-`), so that no other file gets their numbers
  /// and is written to by mistake. Reading or writing them still fails. Called once, at the start.
  package static func occupyClosed() {
    for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) == -1 && errno == EBADF {
      // open(2) returns the lowest free number, which is the closed one. The wrong direction makes reads or
      // writes fail.
      _ = open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
    }
  }
}
