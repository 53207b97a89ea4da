import CLibXML2
import StatusText

/// One XML document, written by libxml2 into memory.
///
/// libxml2 lets through what XML 1.0 forbids, and a NUL ends its strings, so every text is made safe here,
/// whatever the caller did: TAB and LF stay, all else that `DisplayText` escapes is escaped. CDATA is never
/// used. An instance belongs to one thread.
struct XMLWriter: ~Copyable {
  private let output: xmlBufferPtr
  private let writer: xmlTextWriterPtr

  /// libxml2 wants its parser initialised once, before threads use it; a library never cleans up after it.
  private static let initialised: Void = xmlInitParser()

  /// Begins a document in UTF-8, indented by two spaces.
  init() throws(ReportError) {
    _ = Self.initialised
    guard let output = xmlBufferCreate() else { throw Self.failure("xmlBufferCreate") }
    // The default grows by what is needed, which copies a long report over and over.
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

  /// Writes an element with what `body` writes into it.
  borrowing func element(
    _ name: String, _ body: (borrowing XMLWriter) throws(ReportError) -> Void = { _ throws(ReportError) in }
  ) throws(ReportError) {
    try Self.check(xmlTextWriterStartElement(writer, name), "xmlTextWriterStartElement")
    try body(self)
    try Self.check(xmlTextWriterEndElement(writer), "xmlTextWriterEndElement")
  }

  /// Writes an attribute of the element that was begun last and has no content yet.
  borrowing func attribute(_ name: String, _ value: String) throws(ReportError) {
    try attribute(name, Array(value.utf8))
  }

  /// Writes an attribute of the element that was begun last and has no content yet.
  borrowing func attribute(_ name: String, _ value: [UInt8]) throws(ReportError) {
    let status = xmlTextWriterWriteAttribute(writer, name, Self.terminated(value))
    try Self.check(status, "xmlTextWriterWriteAttribute")
  }

  /// Writes text; nothing for an empty one, so that the element stays empty.
  borrowing func text(_ text: [UInt8]) throws(ReportError) {
    guard !text.isEmpty else { return }
    try Self.check(xmlTextWriterWriteString(writer, Self.terminated(text)), "xmlTextWriterWriteString")
  }

  /// Ends the document and returns its bytes.
  consuming func finish() throws(ReportError) -> [UInt8] {
    let ended = xmlTextWriterEndDocument(writer)
    // What the writer still holds reaches the buffer only when it is freed.
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

  /// `text` made safe for XML, with a NUL behind it.
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

  /// Only a negative return is an error: others count bytes, and may well be 0.
  private static func check(_ status: CInt, _ call: String) throws(ReportError) {
    if status < 0 { throw failure(call) }
  }

  private static func failure(_ call: String) -> ReportError {
    ReportError(format: .junit, call: call)
  }
}
