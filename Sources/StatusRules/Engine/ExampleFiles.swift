/// Files that the examples of several rules have.
enum ExampleFiles {
  /// The configuration by which a directory is known as one of OpenSpec.
  static let openSpecConfiguration = "schema: spec-driven"

  /// A specification with one requirement.
  static let loansSpec = """
    # Loans

    ## Purpose

    Readers borrow books.

    ## Requirements

    ### Requirement: Borrow a book

    The library SHALL lend a book.
    """
}
