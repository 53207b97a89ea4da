import CLibXML2
import StatusTestSupport

/// A JUnit report, parsed by libxml2 and held against our own schema.
struct JUnitDocument {
  /// `testsuites`.
  let root: XMLNode
  /// What the schema has against it; empty when it is valid.
  let violations: [String]

  /// The document did not parse, or the schema did not.
  struct Unreadable: Error {
    let what: String
  }

  /// Collects what libxml2 reports.
  private final class Log {
    var lines: [String] = []
  }

  private static let initialised: Void = xmlInitParser()

  /// Parses and validates `bytes`; nothing is fetched from anywhere.
  init(_ bytes: [UInt8]) throws {
    _ = Self.initialised
    let options = CInt(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
    let parsed = bytes.withUnsafeBytes { buffer in
      xmlReadMemory(buffer.bindMemory(to: CChar.self).baseAddress, CInt(buffer.count), nil, nil, options)
    }
    guard let document = parsed, let element = xmlDocGetRootElement(document) else {
      throw Unreadable(what: "the report is not well-formed")
    }
    defer { xmlFreeDoc(document) }
    root = XMLNode(element)
    violations = try Self.validate(document)
  }

  private static func validate(_ document: xmlDocPtr) throws -> [String] {
    let parser = xmlSchemaNewParserCtxt("\(Project.directory)/schemas/junit.xsd")
    defer { xmlSchemaFreeParserCtxt(parser) }
    guard let schema = xmlSchemaParse(parser), let context = xmlSchemaNewValidCtxt(schema) else {
      throw Unreadable(what: "schemas/junit.xsd does not parse")
    }
    defer {
      xmlSchemaFreeValidCtxt(context)
      xmlSchemaFree(schema)
    }
    let log = Log()
    xmlSchemaSetValidStructuredErrors(
      context,
      { data, error in
        guard let data, let error else { return }
        let message = error.pointee.message.map { String(cString: $0) } ?? "?"
        Unmanaged<Log>.fromOpaque(data).takeUnretainedValue().lines.append(
          "line \(error.pointee.line): \(message)")
      }, Unmanaged.passUnretained(log).toOpaque())
    let status = withExtendedLifetime(log) { xmlSchemaValidateDoc(context, document) }
    return status == 0 ? [] : log.lines + ["status \(status)"]
  }
}
