import ArgumentParser
@main struct StatusLintDev: ParsableCommand {}
