import StatusText

extension Workspace {
  /// The archive's record of a task that is listed: the same number, and a title that may name the same task. A record
  /// without a name is told by the slug of an archived directory; without that, it is unknown.
  package func archivedRecord(of task: TrackedTask) -> ClosedTask? {
    let records = archive.closed(task.number)
    guard !records.isEmpty else { return nil }
    let titles = titles(of: task)
    return records.first { record in
      names(of: record).contains { name in titles.contains { $0.names(sameAs: name) } }
    }
  }

  /// The record of a listed task in one of the registry's lists of ended projects: the same number, and no other name.
  package func closedRecord(of task: TrackedTask) -> ClosedTask? {
    guard let records = registry?.closed.filter({ $0.number == task.number }), !records.isEmpty else {
      return nil
    }
    let titles = titles(of: task)
    return records.first { record in
      guard let name = record.name.map({ TitleWords($0) }) else { return true }
      return titles.contains { name.names(sameAs: $0) }
    }
  }

  /// The indices of the plans that are their archived task's current one and no listed task's, in order.
  package var archivedCurrentPlans: [Int] {
    let listed = Set(tasks.compactMap(\.currentPlan))
    return currentPlans.filter { !listed.contains($0) && context.isArchived(files[$0]) }.sorted()
  }

  private func titles(of task: TrackedTask) -> [TitleWords] {
    var titles: [TitleWords] = []
    if let entry = task.entry, let list = taskList {
      titles.append(TitleWords(list.source.text(entry.title)))
    }
    if let name = task.state?.name { titles.append(TitleWords(name)) }
    return titles
  }

  private func names(of record: ClosedTask) -> [TitleWords] {
    if let name = record.name { return [TitleWords(name)] }
    return archive.slugs(record.number).map { TitleWords($0) }
  }
}
