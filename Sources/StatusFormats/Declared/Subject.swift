/// A phase, a task, a story: something of which claims are made.
struct Subject: Hashable {
  /// The name of its kind.
  let kind: String
  /// Its id in the normal form.
  let id: String
  /// Where the id is the only one: a path, or "" for the whole root.
  let scope: String

  /// The subject in a message.
  var described: String { "\(kind) \(id)" }
  /// What findings about it are about.
  var name: String { scope.isEmpty ? described : "\(described) in \(scope)" }
}
