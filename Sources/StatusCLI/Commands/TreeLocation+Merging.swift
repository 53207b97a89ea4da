import StatusEngine

extension TreeLocation {
  /// Each tree once, in the order of `locations`. One that is given twice is shown completely if either means all of it.
  static func merged(_ locations: [TreeLocation]) -> [TreeLocation] {
    var merged: [TreeLocation] = []
    for location in locations {
      guard
        let known = merged.firstIndex(where: {
          $0.directory == location.directory && $0.format == location.format
        })
      else {
        merged.append(location)
        continue
      }
      let isWhole = merged[known].shown.isEmpty || location.shown.isEmpty
      if isWhole { merged[known].shown = [] } else { merged[known].shown.formUnion(location.shown) }
    }
    return merged
  }
}
