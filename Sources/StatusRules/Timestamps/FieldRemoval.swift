import StatusDiagnostics
import StatusModel
import StatusText

/// Takes a field or member that holds a date out of its file.
enum FieldRemoval {
  /// The fix that removes the field of `claim`; nil if it shares its line with something else, or where other
  /// lines continue it.
  static func fix(_ applicability: Fix.Applicability, _ claim: TimestampClaim, of item: DatedItem) -> Fix? {
    let description = "remove \(claim.name)"
    guard item.isJSON else {
      return Fix(applicability, description, in: item.source) {
        $0.removeField(name: claim.nameRange, value: claim.valueRange)
      }
    }
    guard let member = item.json.tree.member(withKeyAt: claim.nameRange) else { return nil }
    return Fix(applicability, description, in: item.json.tree) { $0.remove(member) }
  }
}
