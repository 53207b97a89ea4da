import Glibc
import StatusText
import Synchronization

/// Tells what happens in directories (inotify(7)). All paths begin at the root directory.
///
/// A directory that is watched before it is looked at does not change unseen. The directories above it are watched too,
/// so that it cannot be moved away unseen.
package final class DirectoryWatcher: Sendable {
  /// Something that came, went or changed.
  package struct Event: Hashable, Sendable {
    /// Its path.
    package let path: String
    /// Whether it is, or was, a directory: then all that is in it may have changed.
    package let isDirectory: Bool
  }

  /// What has happened.
  package struct Events: Sendable {
    /// What came, went or changed.
    package fileprivate(set) var places: Set<Event> = []
    /// Whether there was more than the system keeps, so anything may have changed.
    package fileprivate(set) var areIncomplete = false
    /// Files of which a part was written by someone who has not closed them yet, as far as these events tell.
    package fileprivate(set) var unfinished: Set<String> = []
    /// Files that were closed after they had been written, moved or removed.
    package fileprivate(set) var finished: Set<String> = []

    /// Whether nothing has happened.
    package var isEmpty: Bool { places.isEmpty && !areIncomplete }
  }

  private struct State {
    /// The watch of each directory.
    var watches: [String: Int32] = [:]
    /// The directories of each watch: several paths may lead to one directory.
    var directories: [Int32: [String]] = [:]
    /// The links to files that lie elsewhere, by the real paths of these, or of what is missing on the way there.
    var links: [String: Set<String>] = [:]
    /// Why a directory cannot be watched.
    var failure: FileSystemError?
  }

  private let descriptor: Int32
  private let state = Mutex(State())

  private static let interest = UInt32(
    IN_CREATE | IN_DELETE | IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB | IN_MOVED_FROM | IN_MOVED_TO
      | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR)
  /// What makes a directory another one, or none.
  private static let replacement = UInt32(IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO)
  /// What ends the writing of a file.
  private static let completion = UInt32(IN_CLOSE_WRITE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO)

  /// A watcher of no directory.
  package init() throws(FileSystemError) {
    descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
    if descriptor < 0 { throw Self.failure(".", .last) }
  }

  deinit { close(descriptor) }

  private static func failure(_ path: String, _ errno: Errno) -> FileSystemError {
    FileSystemError(path: path, operation: .watch, reason: .system(errno))
  }

  /// How many directories are watched.
  package var count: Int { state.withLock { $0.directories.count } }

  // MARK: Watching

  /// Watches the directory at `path`, or the nearest above it that exists, and those above that from `base` on. Whether
  /// one of them was not watched yet.
  @discardableResult
  package func watch(_ path: String, from base: String) -> Bool {
    state.withLock { watch(path, from: base, &$0) }
  }

  private func watch(_ path: String, from base: String, _ state: inout State) -> Bool {
    var place = path
    var isNew = false
    // From above, so that nothing moves unseen in between.
    if place != base, RealPath.lies(place, within: base), let above = PathText.directory(of: place),
      state.watches[place] == nil
    {
      isNew = watch(above, from: base, &state)
    }
    while state.watches[place] == nil {
      do {
        let watch = try PosixFileSystem.call(place) { inotify_add_watch(descriptor, $0, Self.interest) }
        state.watches[place] = watch
        state.directories[watch, default: []].append(place)
        return true
      } catch {
        if error == .noSpace || error == .noMemory {
          state.failure = state.failure ?? Self.failure(place, error)
          return isNew
        }
        guard let above = PathText.directory(of: place), above != place else { return isNew }
        place = above
      }
    }
    return isNew
  }

  /// Watches the directory of the file at `path`; if the file is a link, also that of the file that it leads to. If that
  /// does not exist, it may come.
  package func watch(fileAt path: String, from base: String, isLink: Bool) {
    let directory = PathText.directory(of: path) ?? "/"
    state.withLock { state in
      _ = watch(directory, from: base, &state)
      guard isLink, let end = Self.end(ofLink: path) else { return }
      let home = PathText.directory(of: end) ?? "/"
      _ = watch(home, from: home, &state)
      state.links[end, default: []].insert(path)
    }
  }

  /// The file that a link leads to, or what is missing first on the way there: glibc leaves that in the buffer of
  /// realpath(3).
  private static func end(ofLink path: String) -> String? {
    FileName.withCPath(path) { path -> String? in
      withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX) + 1) { buffer in
        guard let start = buffer.baseAddress else { return nil }
        let isFound = realpath(path, start) != nil || Errno.last == .noSuchFile
        return isFound ? FileName.decode(cString: start) : nil
      }
    } ?? nil
  }

  /// Throws if a directory could not be watched.
  package func requireAll() throws(FileSystemError) {
    if let failure = state.withLock({ $0.failure }) { throw failure }
  }

  // MARK: What has happened

  /// All that has happened since the last call.
  package func events() throws(FileSystemError) -> Events {
    var events = Events()
    while let bytes = try read() {
      state.withLock { state in
        bytes.withUnsafeBytes { note($0, in: &events, &state) }
      }
    }
    return events
  }

  /// The next records; nil if there are none.
  private func read() throws(FileSystemError) -> ArraySlice<UInt8>? {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    do {
      let count = try PosixFileSystem.retry { Glibc.read(descriptor, &buffer, buffer.count) }
      return count > 0 ? buffer[..<count] : nil
    } catch .tryAgain {
      return nil
    } catch {
      throw Self.failure(".", error)
    }
  }

  private func note(_ records: UnsafeRawBufferPointer, in events: inout Events, _ state: inout State) {
    let header = MemoryLayout<inotify_event>.size
    var position = 0
    while position + header <= records.count {
      let record = records.loadUnaligned(fromByteOffset: position, as: inotify_event.self)
      let end = position + header + Int(record.len)
      guard end <= records.count else { return }
      let name = UnsafeRawBufferPointer(rebasing: records[(position + header)..<end].prefix { $0 != 0 })
      note(record, name.withMemoryRebound(to: UInt8.self) { FileName.decode($0) }, in: &events, &state)
      position = end
    }
  }

  private func note(
    _ record: inotify_event, _ name: String, in events: inout Events, _ state: inout State
  ) {
    if record.mask & UInt32(IN_Q_OVERFLOW) != 0 { events.areIncomplete = true }
    let isDirectory = record.mask & UInt32(IN_ISDIR) != 0
    for directory in state.directories[record.wd] ?? [] {
      if name.isEmpty {
        events.places.insert(Event(path: directory, isDirectory: true))
        let isGone = record.mask & UInt32(IN_IGNORED | IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT) != 0
        if isGone { forget(directory, &state) }
        continue
      }
      let path = directory == "/" ? "/" + name : "\(directory)/\(name)"
      // What was a link to a directory says that it is not one.
      let wasDirectory = state.watches[path] != nil
      events.places.insert(Event(path: path, isDirectory: isDirectory || wasDirectory))
      if record.mask & Self.completion != 0 {
        events.unfinished.remove(path)
        events.finished.insert(path)
      } else if record.mask & UInt32(IN_MODIFY) != 0 {
        events.unfinished.insert(path)
      }
      for link in state.links[path] ?? [] { events.places.insert(Event(path: link, isDirectory: false)) }
      if wasDirectory, record.mask & Self.replacement != 0 { forget(path, &state) }
    }
  }

  /// Ends the watches of the directory that was at `path`, and of those in it.
  private func forget(_ path: String, _ state: inout State) {
    for (directory, watch) in state.watches where RealPath.lies(directory, within: path) {
      state.watches[directory] = nil
      let others = state.directories[watch]?.filter { $0 != directory } ?? []
      state.directories[watch] = others.isEmpty ? nil : others
      if others.isEmpty { inotify_rm_watch(descriptor, watch) }
    }
  }

  // MARK: Waiting

  /// Why waiting has ended.
  package enum Wakening: Sendable {
    /// Something has happened in a directory.
    case events
    /// There is something to read from the other descriptor.
    case signal
    /// Nobody reads the output any more.
    case readerGone
    /// The time is over.
    case timeout
  }

  /// Waits until something happens in a directory, `signals` can be read, or the reader of `output` is gone, but at most
  /// `seconds`; nil for without end.
  package func wait(
    atMost seconds: Double?, orFor signals: Descriptor, whileRead output: Descriptor
  ) throws(FileSystemError) -> Wakening {
    var requests = [
      pollfd(fd: signals.rawValue, events: Int16(POLLIN), revents: 0),
      pollfd(fd: output.rawValue, events: 0, revents: 0),
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
    ]
    let milliseconds = seconds.map { Int32(max(0, $0 * 1000).rounded(.up)) } ?? -1
    do {
      let count = try PosixFileSystem.retry { poll(&requests, nfds_t(requests.count), milliseconds) }
      if count == 0 { return .timeout }
    } catch {
      throw Self.failure(".", error)
    }
    if requests[0].revents != 0 { return .signal }
    return requests[1].revents != 0 ? .readerGone : .events
  }
}
