import StatusClaims
import StatusSyntax
import StatusText

/// A value of YAML or JSON.
enum DataValue {
  case yaml(YAMLValue)
  case json(JSONValue)

  /// What a path leads to, with the id that its keys or its element give.
  struct Found {
    let value: DataValue
    let id: String?
  }

  /// What `path` leads to.
  func values(at path: DataPath) -> [Found] {
    var found: [(value: DataValue, id: String?, element: DataValue?)] = [(self, nil, nil)]
    for step in path.steps {
      found = found.flatMap { place -> [(value: DataValue, id: String?, element: DataValue?)] in
        switch step {
        case .key(let key): place.value[key].map { [($0, place.id, place.element)] } ?? []
        case .each: place.value.children.map { ($0.value, place.id, $0.value) }
        case .id: place.value.children.map { ($0.value, $0.key, place.element) }
        }
      }
    }
    return found.compactMap { place in
      guard let key = path.idKey else { return Found(value: place.value, id: place.id) }
      return place.element?[key]?.scalars.first.map { Found(value: place.value, id: $0.text) }
    }
  }

  /// The entry of a map with that key.
  private subscript(_ key: String) -> DataValue? {
    switch self {
    case .yaml(let value): value[key].map(DataValue.yaml)
    case .json(let value): value[key].map(DataValue.json)
    }
  }

  /// The entries of a map or the elements of a list.
  private var children: [(key: String?, value: DataValue)] {
    switch self {
    case .yaml(let value):
      value.kind == .map
        ? value.entries.map { ($0.key, .yaml($0)) } : value.elements.map { (nil, .yaml($0)) }
    case .json(let value):
      value.kind == .object
        ? value.members.map { ($0.key, .json($0)) } : value.elements.map { (nil, .json($0)) }
    }
  }

  /// The scalar, or those of a list; null is left out.
  var scalars: [PlacedText] {
    switch self {
    case .yaml(let value):
      value.kind == .list ? value.elements.compactMap(Self.text) : [Self.text(value)].compactMap { $0 }
    case .json(let value):
      value.kind == .array
        ? value.elements.compactMap { PlacedText(scalar: $0) } : [PlacedText(scalar: value)].compactMap { $0 }
    }
  }

  private static func text(_ value: YAMLValue) -> PlacedText? { value.isNull ? nil : PlacedText(value) }
}
