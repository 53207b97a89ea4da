/// The trees of the commits whose children are still to come. A tree is let go of with the last child.
struct HistoryCursor<Tree> {
  private var trees: [ObjectID: Tree] = [:]
  private var children: [ObjectID: Int]?

  /// No tree yet; `children` says how many commits are to come for each. Nil where each commit is the only parent of the
  /// next one.
  init(_ children: [ObjectID: Int]?) { self.children = children }

  /// The tree after `commit`, for one of its children; nil if it was not there.
  mutating func tree(after commit: ObjectID) -> Tree? {
    if let left = children?[commit], left > 1 {
      children?[commit] = left - 1
      return trees[commit]
    }
    children?[commit] = nil
    return trees.removeValue(forKey: commit)
  }

  /// Keeps the tree after `commit`, if children come.
  mutating func keep(_ tree: Tree, after commit: ObjectID) {
    if children == nil { trees = [:] }
    if children.map({ $0[commit] != nil }) ?? true { trees[commit] = tree }
  }
}
