import ArgumentParser

/// A format for people, or one for programs.
enum ListFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}
