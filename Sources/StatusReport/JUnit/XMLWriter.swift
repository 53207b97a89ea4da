import CLibXML2
import StatusText

/// One XML document, which libxml2 writes to memory.
///
/// libxml2 accepts characters that XML 1.0 forbids, and a NUL ends its strings. So every text is escaped
/// here: TAB and LF stay, everything else that `DisplayText` escapes is escaped. CDATA is never used. An
/// instance belongs to one thread.
struct XMLWriter: ~Copyable {
  private let output: xmlBufferPtr
  private let writer: xmlTextWriterPtr

  /// The libxml2 parser must be initialized once before threads use it. A library must not clean up after it.
  private static let initialised: Void = xmlInitParser()

  /// Begins a UTF-8 document, indented by two spaces.
  init() throws(ReportError) {
    _ = Self.initialised
    guard let output = xmlBufferCreate() else { throw Self.failure("xmlBufferCreate") }
    // By default the buffer grows only as needed, which copies a long report again and again.
    xmlBufferSetAllocationScheme(output, XML_BUFFER_ALLOC_DOUBLEIT)
    guard let writer = xmlNewTextWriterMemory(output, 0) else {
      xmlBufferFree(output)
      throw Self.failure("xmlNewTextWriterMemory")
    }
    do throws(ReportError) {
      try Self.begin(writer)
    } catch {
      xmlFreeTextWriter(writer)
      xmlBufferFree(output)
      throw error
    }
    self.output = output
    self.writer = writer
  }

  deinit {
    xmlFreeTextWriter(writer)
    xmlBufferFree(output)
  }

  /// Writes an element; `body` writes its content.
  borrowing func element(
    _ name: String, _ body: (borrowing XMLWriter) throws(ReportError) -> Void = { _ throws(ReportError) in }
  ) throws(ReportError) {
    try Self.check(xmlTextWriterStartElement(writer, name), "xmlTextWriterStartElement")
    try body(self)
    try Self.check(xmlTextWriterEndElement(writer), "xmlTextWriterEndElement")
  }

  /// Writes an attribute of the current element, which must not have content yet.
  borrowing func attribute(_ name: String, _ value: String) throws(ReportError) {
    try attribute(name, Array(value.utf8))
  }

  /// Writes an attribute of the current element, which must not have content yet.
  borrowing func attribute(_ name: String, _ value: [UInt8]) throws(ReportError) {
    let status = xmlTextWriterWriteAttribute(writer, name, Self.terminated(value))
    try Self.check(status, "xmlTextWriterWriteAttribute")
  }

  /// Writes text. Writes nothing for an empty text, so that the element stays empty.
  borrowing func text(_ text: [UInt8]) throws(ReportError) {
    guard !text.isEmpty else { return }
    try Self.check(xmlTextWriterWriteString(writer, Self.terminated(text)), "xmlTextWriterWriteString")
  }

  /// Ends the document and returns its bytes.
  consuming func finish() throws(ReportError) -> [UInt8] {
    let ended = xmlTextWriterEndDocument(writer)
    // Freeing the writer flushes its output to the buffer.
    xmlFreeTextWriter(writer)
    let count = Int(xmlBufferLength(output))
    let bytes = Array(UnsafeBufferPointer(start: xmlBufferContent(output), count: count))
    xmlBufferFree(output)
    discard self
    try Self.check(ended, "xmlTextWriterEndDocument")
    return bytes
  }

  private static func begin(_ writer: xmlTextWriterPtr) throws(ReportError) {
    try check(xmlTextWriterSetIndent(writer, 1), "xmlTextWriterSetIndent")
    try check(xmlTextWriterSetIndentString(writer, "  "), "xmlTextWriterSetIndentString")
    try check(xmlTextWriterStartDocument(writer, "1.0", "UTF-8", nil), "xmlTextWriterStartDocument")
  }

  /// `text` escaped for XML, with a NUL at the end.
  private static func terminated(_ text: [UInt8]) -> [UInt8] {
    var safe: [UInt8] = []
    safe.reserveCapacity(text.count + 1)
    text.withUnsafeBufferPointer { text in
      var begin = 0
      for offset in 0..<text.count where text[offset] == ASCII.lineFeed || text[offset] == ASCII.tab {
        DisplayText.append(UnsafeBufferPointer(rebasing: text[begin..<offset]), to: &safe)
        safe.append(text[offset])
        begin = offset + 1
      }
      DisplayText.append(UnsafeBufferPointer(rebasing: text[begin...]), to: &safe)
    }
    safe.append(0)
    return safe
  }

  /// Only a negative status is an error: other values count bytes and may be 0.
  private static func check(_ status: CInt, _ call: String) throws(ReportError) {
    if status < 0 { throw failure(call) }
  }

  private static func failure(_ call: String) -> ReportError {
    ReportError(format: .junit, call: call)
  }
}
