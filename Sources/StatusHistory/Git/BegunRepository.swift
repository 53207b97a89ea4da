/// A repository of which git was asked something and has not answered yet: the caller that needs it later does not wait for
/// git to start.
package struct BegunRepository: Sendable {
  /// The directory that it is around.
  package let directory: String
  let git: GitProgram
  let objects: GitObjects
  /// The number of the question whether the directory is the top of its working tree.
  let question: Int

  /// Starts git in `directory`.
  package init(around directory: String, _ git: GitProgram) throws(GitError) {
    self.directory = directory
    self.git = git
    objects = GitObjects(git, in: directory)
    question = try objects.askForTop()
  }
}
