import CLibXML2
import Testing

/// A page as a browser would take it apart: its elements, with what is in them.
struct HTMLDocument {
  /// The element `html`.
  let root: XMLNode

  init(_ page: [UInt8]) throws {
    let options = Int32(
      HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue)
    let document = page.withUnsafeBytes { bytes in
      htmlReadMemory(
        bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), nil, "UTF-8", options)
    }
    defer { xmlFreeDoc(document) }
    root = XMLNode(try #require(xmlDocGetRootElement(document)))
  }

  /// The elements with this name, in order.
  func all(_ name: String) -> [XMLNode] { Self.descendants(of: root).filter { $0.name == name } }

  /// The elements that have this class among theirs, in order.
  func all(ofClass name: String) -> [XMLNode] {
    Self.descendants(of: root).filter {
      $0.attributes["class"]?.split(separator: " ").contains(Substring(name)) ?? false
    }
  }

  /// The element with this identifier.
  func element(_ identifier: String) -> XMLNode? {
    Self.descendants(of: root).first { $0.attributes["id"] == identifier }
  }

  static func descendants(of node: XMLNode) -> [XMLNode] {
    [node] + node.children.flatMap(descendants)
  }
}
