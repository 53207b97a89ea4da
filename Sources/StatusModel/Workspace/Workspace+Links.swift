import StatusText

extension Workspace {
  /// The links of one task in one file, before anyone has looked what is at their ends.
  package struct WrittenLinks: Sendable {
    /// The index of the file that holds them.
    package let file: Int
    /// The task whose links they are.
    package let task: Int?
    /// The task's directories, from the repository root.
    package let directories: [String]
    /// The directory of the file that holds them, where that is a plan.
    package let start: String?
    /// The links.
    package let links: [WrittenLink]
  }

  /// Every link of the tree's tasks, or of `only` some of them, in the order of the files.
  package func writtenLinks(only: Set<Int>? = nil) -> [WrittenLinks] {
    func isMeant(_ number: Int?) -> Bool { only.map { only in number.map(only.contains) ?? false } ?? true }
    return files.indices.flatMap { index -> [WrittenLinks] in
      switch files[index].content {
      case .taskList(let list):
        return list.tasks.lazy.filter { isMeant($0.number) }.map { links($0.links, in: index, of: $0.number) }
      case .registry(let registry) where files[index].kind == .registry:
        return registry.entries.lazy.filter { isMeant($0.number) }.map {
          links($0.links, in: index, of: $0.number)
        }
      case .projectState(let state):
        let own = directories[files[index].directory]
        return [
          WrittenLinks(file: index, task: own.number, directories: [own.path], start: nil, links: state.links)
        ]
      case .plan(let plan):
        let own = directories[files[index].directory]
        guard !plan.links.isEmpty, isMeant(own.number) else { return [] }
        let start = PathText.parent(of: files[index].path)
        return [
          WrittenLinks(
            file: index, task: own.number, directories: [own.path], start: start.isEmpty ? nil : start,
            links: plan.links)
        ]
      case .registry, .none:
        return []
      }
    }.filter { !$0.links.isEmpty }
  }

  private func links(_ links: [WrittenLink], in file: Int, of number: Int?) -> WrittenLinks {
    let own = number.flatMap { task($0) }?.directories ?? []
    return WrittenLinks(
      file: file, task: number, directories: own.map { directories[$0].path }, start: nil, links: links)
  }
}
