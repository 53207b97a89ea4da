import StatusDiagnostics
import StatusModel
import StatusRules

/// The pages of the rules, generated from their descriptors and the profiles.
package struct RuleDocumentation: Sendable {
  /// A Markdown file.
  package struct Page: Equatable, Sendable {
    /// Its name in the directory of the pages: "timestamp-order.md".
    package let name: String
    /// Its whole content.
    package let text: String
  }

  /// The directory of the pages in the project.
  package static let usualDirectory = "docs/rules"

  /// The index first, then a page for each rule, in the order of the catalogue.
  package let pages: [Page]

  /// The pages of `rules`, with their severities in `profiles`.
  package init(rules: [any Rule] = RuleCatalogue.rules.map(\.rule), profiles: [Profile] = Profile.all) {
    let documented = rules.map { DocumentedRule($0, profiles: profiles) }
    pages =
      [Page(name: "README.md", text: RuleIndex(documented, profiles: profiles).text)]
      + documented.map { Page(name: "\($0.descriptor.name).md", text: RulePage($0).text) }
  }
}
