import CLibXML2

/// An element of a parsed XML document, as plain values.
struct XMLNode {
  let name: String
  let attributes: [String: String]
  let children: [XMLNode]
  /// The text of the element itself.
  let text: String
  /// Its text and that of all elements in it, in order.
  let wholeText: String

  /// The children called `name`.
  func all(_ name: String) -> [XMLNode] { children.filter { $0.name == name } }
  /// The first child called `name`.
  subscript(name: String) -> XMLNode? { children.first { $0.name == name } }
  /// The child with this `name` attribute.
  func named(_ name: String) -> XMLNode? { children.first { $0.attributes["name"] == name } }

  /// The element at `node`, with what is in it.
  init(_ node: xmlNodePtr) {
    name = String(cString: node.pointee.name)
    var attributes: [String: String] = [:]
    var attribute = node.pointee.properties
    while let current = attribute {
      let value = Self.siblings(current.pointee.children).map(Self.content).joined()
      attributes[String(cString: current.pointee.name)] = value
      attribute = current.pointee.next
    }
    let nodes = Self.siblings(node.pointee.children)
    self.attributes = attributes
    let elements = nodes.map { $0.pointee.type == XML_ELEMENT_NODE ? XMLNode($0) : nil }
    children = elements.compactMap(\.self)
    wholeText = zip(nodes, elements).map { $1?.wholeText ?? Self.content($0) }.joined()
    text = zip(nodes, elements).map { $1 == nil ? Self.content($0) : "" }.joined()
  }

  private static func siblings(_ first: xmlNodePtr?) -> [xmlNodePtr] {
    Array(
      sequence(state: first) { node in
        defer { node = node?.pointee.next }
        return node
      })
  }

  private static func content(_ node: xmlNodePtr) -> String {
    node.pointee.content.map { String(cString: $0) } ?? ""
  }
}
