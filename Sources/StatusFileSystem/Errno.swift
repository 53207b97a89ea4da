import CSystemShims
import Glibc

/// An error number of the operating system (errno(3)).
package struct Errno: Error, Hashable, Sendable {
  /// The number itself.
  package let rawValue: Int32

  /// The error with the number `rawValue`.
  package init(_ rawValue: Int32) { self.rawValue = rawValue }

  /// The error of the last failed call on this thread.
  package static var last: Errno { Errno(errno) }

  package static let noSuchFile = Errno(ENOENT)
  package static let notDirectory = Errno(ENOTDIR)
  package static let isDirectory = Errno(EISDIR)
  package static let permissionDenied = Errno(EACCES)
  package static let notPermitted = Errno(EPERM)
  package static let tooManyLinks = Errno(ELOOP)
  package static let nameTooLong = Errno(ENAMETOOLONG)
  package static let noSuchDevice = Errno(ENXIO)
  package static let fileExists = Errno(EEXIST)
  package static let invalidArgument = Errno(EINVAL)
  package static let interrupted = Errno(EINTR)
  package static let tryAgain = Errno(EAGAIN)
  package static let brokenPipe = Errno(EPIPE)
  package static let noSpace = Errno(ENOSPC)
  package static let quotaExceeded = Errno(EDQUOT)
  package static let readOnlyFileSystem = Errno(EROFS)
  package static let tooManyOpenFiles = Errno(EMFILE)
  package static let tooManyOpenFilesInSystem = Errno(ENFILE)
  package static let noMemory = Errno(ENOMEM)
  package static let notSupported = Errno(ENOTSUP)
  package static let notImplemented = Errno(ENOSYS)
  package static let wouldBlock = Errno(EWOULDBLOCK)
  package static let tooSmall = Errno(ERANGE)
  package static let notEmpty = Errno(ENOTEMPTY)
  package static let badDescriptor = Errno(EBADF)
  package static let noLocks = Errno(ENOLCK)
  package static let ioError = Errno(EIO)

  /// Whether the process or the system has run out of descriptors or memory.
  package var isExhaustion: Bool {
    self == .tooManyOpenFiles || self == .tooManyOpenFilesInSystem || self == .noMemory
  }

  /// The description of the error, in English in every locale, and in lower case like our messages.
  package var text: String {
    guard let text = shim_error_text(rawValue) else { return "error \(rawValue)" }
    return Self.lowercasingFirstLetter(String(cString: text))
  }

  /// `text` with its first letter in lower case, unless the first word is an abbreviation ("RFS specific
  /// error").
  private static func lowercasingFirstLetter(_ text: String) -> String {
    guard let first = text.first, let second = text.dropFirst().first, !second.isUppercase else {
      return text
    }
    return first.lowercased() + text.dropFirst()
  }
}
