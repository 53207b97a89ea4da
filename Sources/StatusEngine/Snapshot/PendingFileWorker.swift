/// What one thread reads project directories with, made when the first of them comes: what it is made of may not be
/// known before.
final class PendingFileWorker {
  private let make: () -> FileWorker

  /// The reader.
  private(set) lazy var worker = make()

  init(_ make: @escaping () -> FileWorker) { self.make = make }
}
