import ArgumentParser
@main struct StatusLint: ParsableCommand {}
