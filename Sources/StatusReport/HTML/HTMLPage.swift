import StatusDiagnostics
import StatusText

/// The frame of a page: its head with style and policy, its header, and its end with the script.
struct HTMLPage {
  /// How a page begins: it tells a report from other files.
  static let start =
    "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"generator\" content=\"statuslint\">"

  /// What has been written.
  var html: HTMLWriter

  /// The beginning of a page with room for `capacity` bytes. The policy allows its style and its script, and nothing else.
  init(title: StaticString, capacity: Int) {
    html = HTMLWriter(capacity: capacity)
    html.markup(
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="generator" content="statuslint">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-
      """)
    html.markup(PageStyle.hash)
    html.markup("'; script-src 'sha256-")
    html.markup(PageScript.hash)
    html.markup(
      """
      '; base-uri 'none'; form-action 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>
      """)
    html.markup(title)
    html.markup("</title>\n<style>")
    html.markup(PageStyle.text)
    html.markup(
      "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to content</a>\n<header>\n<h1>")
    html.markup(title)
    html.markup("</h1>\n")
  }

  /// Writes what the page is about, and begins the main part. `phrase` is what it says, in one line.
  mutating func header(_ trees: [CheckedTree], phrase: String, _ options: ReportOptions) {
    html.markup("<p class=\"phrase\">")
    html.text(phrase)
    html.markup("</p>\n")
    for tree in trees {
      html.markup("<p class=\"quiet\"><strong>")
      html.isolated(tree.root.isEmpty ? "." : tree.root)
      html.markup("</strong> has the profile ")
      html.text("\(tree.profile): \(tree.profileReason)")
      html.markup("</p>\n")
    }
    let time = UTCTimestamp(secondsSince1970: options.timestamp)
    html.markup("<p class=\"quiet\"><time datetime=\"")
    html.text("\(time)Z")
    html.markup("\">")
    html.text("\(time.minutes) UTC")
    html.markup("</time>, statuslint ")
    html.text(options.toolVersion)
    html.markup("</p>\n</header>\n<main id=\"main\">\n")
  }

  /// Ends the page; its bytes.
  consuming func finish() -> [UInt8] {
    html.markup("</main>\n<script>")
    html.markup(PageScript.text)
    html.markup("</script>\n</body>\n</html>\n")
    return html.bytes
  }
}
