import StatusClaims
import StatusText

/// A milestone, with every place of the roadmap that names it.
struct GSDMilestone {
  let label: MilestoneLabel
  let mentions: [MilestoneMention]

  /// The places that say that it is shipped, and those that say that it is not.
  var shipped: [MilestoneMention] { mentions.filter { $0.isShipped == true } }
  var open: [MilestoneMention] { mentions.filter { $0.isShipped == false } }

  /// Whether every place that says something says that it is shipped.
  var isShipped: Bool { open.isEmpty && !shipped.isEmpty }
  /// Whether places disagree.
  var isDisputed: Bool { !open.isEmpty && !shipped.isEmpty }
  /// The day on which it was shipped.
  var day: CalendarDay? { shipped.lazy.compactMap { $0.shipped?.day }.first }
}
