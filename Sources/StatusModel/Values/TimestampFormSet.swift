/// Some forms of timestamps: what a place allows. One bit a form, since every date is asked about.
package struct TimestampFormSet: Sendable, Hashable, ExpressibleByArrayLiteral {
  private var bits: UInt32 = 0

  /// The set of these forms.
  package init(arrayLiteral forms: TimestampForm...) {
    for form in forms { bits |= 1 << UInt32(form.rawValue) }
  }

  /// Whether `form` is one of them.
  package func contains(_ form: TimestampForm) -> Bool { bits & 1 << UInt32(form.rawValue) != 0 }
}
