/// A rule that only other formats than ours have. They report it themselves, so it has a description and nothing else.
package protocol FormatRule: Rule {}
