import CSystemShims
import Glibc

extension PosixFileSystem {
  package func lock(
    _ descriptor: Descriptor, _ lock: FileLock, waitingUpTo seconds: Double
  ) throws(Errno) {
    let result = shim_lock(
      descriptor.rawValue, lock.strength == .exclusive, lock.kind == .record, max(0, min(seconds, 1e9)))
    if result != 0 { throw Errno(result) }
  }

  package func lockHolder(of descriptor: Descriptor) -> String? {
    guard let status = try? status(of: descriptor), let table = text("/proc/locks") else { return nil }
    guard let process = LockTable(table).holder(device: status.device, inode: status.inode) else {
      return nil
    }
    guard let name = text("/proc/\(process)/comm")?.prefix(while: { $0 != "\n" }), !name.isEmpty else {
      return "process \(process)"
    }
    return "process \(process) (\(name))"
  }

  package func machineName() -> String {
    let identity = text("/etc/machine-id")?.prefix { !$0.isWhitespace } ?? ""
    if !identity.isEmpty { return String(identity) }
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "unknown" }
    return name.withUnsafeBufferPointer { $0.baseAddress.map { FileName.decode(cString: $0) } } ?? "unknown"
  }

  /// The content of a small system file; nil if it cannot be read.
  private func text(_ path: String) -> String? {
    guard let file = try? open(path, at: nil, for: .reading) else { return nil }
    defer { close(file) }
    let reader = FileReader(fileSystem: self, descriptor: file)
    return (try? reader.readToEnd(expecting: 4095, limit: 1 << 20)).map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
