import ArgumentParser

/// Which rules a JUnit report lists.
enum JUnitDetail: String, ExpressibleByArgument, CaseIterable {
  case failing, all
}
