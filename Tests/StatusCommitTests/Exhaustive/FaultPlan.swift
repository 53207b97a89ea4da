import StatusFileSystem

/// What goes wrong in one trial: one call, and where it is sticky, all later ones that can fail in the same way.
struct FaultPlan: Hashable, Sendable, CustomStringConvertible {
  /// The first call that it befalls.
  let call: SimulatedCall
  /// What becomes of it.
  let fault: SimulatedFault
  /// Whether it goes on: a disk stays full, a mount read-only.
  var isSticky = false

  var description: String { "\(fault) at \(call)\(isSticky ? " and ever after" : "")" }

  /// The fault for `call`.
  func callAsFunction(_ call: SimulatedCall) -> SimulatedFault? {
    if call.number == self.call.number { return fault }
    guard isSticky, call.number > self.call.number, case .fail(let errno) = fault else { return nil }
    return Self.errnos(of: call.kind).contains(errno) ? fault : nil
  }

  /// All that can go wrong with `call`.
  static func all(for call: SimulatedCall) -> [FaultPlan] {
    let errnos = errnos(of: call.kind)
    var plans = errnos.flatMap { errno in
      [false, true].map { FaultPlan(call: call, fault: .fail(errno), isSticky: $0) }
    }
    if call.isMutating, call.kind != .synchronize {
      plans.append(FaultPlan(call: call, fault: .failAfterEffect(.ioError)))
    }
    if call.kind == .write {
      plans.append(FaultPlan(call: call, fault: .failHalfway(.noSpace)))
    }
    return plans
  }

  /// The errors that a call of `kind` can bring, one by one.
  static func errnos(of kind: SimulatedCall.Kind) -> [Errno] {
    switch kind {
    case .close: []
    case .read, .entries, .attributeNames, .attribute: [.ioError]
    case .status, .realPath: [.ioError, .permissionDenied]
    case .lock: [.ioError, .noLocks]
    case .open: [.ioError, .permissionDenied, .tooManyOpenFiles]
    case .create:
      [.ioError, .noSpace, .quotaExceeded, .permissionDenied, .readOnlyFileSystem, .tooManyOpenFiles]
    case .write: [.ioError, .noSpace, .quotaExceeded]
    case .synchronize: [.ioError, .noSpace, .quotaExceeded]
    case .setPermissions, .setOwner: [.ioError, .readOnlyFileSystem, .notPermitted]
    case .setAttribute: [.ioError, .noSpace, .quotaExceeded, .readOnlyFileSystem, .notPermitted]
    case .rename, .exchange, .renameKeeping, .makeDirectory:
      [.ioError, .noSpace, .quotaExceeded, .permissionDenied, .readOnlyFileSystem]
    case .remove, .removeDirectory: [.ioError, .permissionDenied, .readOnlyFileSystem]
    }
  }
}
