import StatusText
import Testing

@testable import StatusModel

/// Claims are found, ordered and compared by what they are about.
struct ItemClaimsTests {
  private func claims(_ text: String) -> ItemClaims {
    let source = SourceText(path: "specs/TODO.md", bytes: Array(text.utf8))
    return TrackedFile(
      kind: .taskList, directory: 0, source: source, vocabulary: Profile.opencode.vocabulary
    ).itemClaims
  }

  private func list(_ numbers: Int..., status: String = "PLANNED") -> ItemClaims {
    claims(
      numbers.map { "### \($0). Task \($0)\n- **Status**: [\(status)]\n- **Effort**: 1 hour\n\n" }.joined())
  }

  @Test func theyAreInOrder() {
    #expect(list(7, 3, 12, 1).elements.map(\.item) == [.task(1), .task(3), .task(7), .task(12)])
    let phases = ["2", "10", "1"].map { (ItemClaim.Item.phase($0), list(1).elements[0].claim) }
    let mixed = ItemClaims(firstOf: phases + list(5).elements)
    #expect(mixed.elements.map(\.item) == [.task(5), .phase("1"), .phase("10"), .phase("2")])
  }

  @Test func ofTwoTheFirstCounts() {
    let (first, second) = (list(1, 2), list(2, 3))
    let both = ItemClaims(firstOf: first.elements + second.elements)
    #expect(both.elements.map(\.item) == [.task(1), .task(2), .task(3)])
    #expect(both[.task(2)] === first[.task(2)])
  }

  @Test func eachIsFound() {
    let claims = list(7, 3, 12, 1)
    for (item, claim) in claims.elements { #expect(claims[item] === claim) }
    for number in [0, 2, 8, 13] { #expect(claims[.task(number)] == nil) }
    #expect(claims[.phase("1")] == nil)
    #expect(ItemClaims()[.task(1)] == nil)
  }

  @Test func differencesAreWhatIsNotTheSameClaim() {
    let (old, other) = (list(1, 2, 3, 5), list(2, 4, status: "COMPLETED"))
    let new = ItemClaims(firstOf: other.elements + old.elements.filter { $0.item != .task(5) })
    let differences = new.differences(from: old)
    #expect(differences.map(\.item) == [.task(2), .task(4), .task(5)])
    #expect(differences.map { $0.old != nil } == [true, false, true])
    #expect(differences.map { $0.new != nil } == [true, true, false])
    #expect(new.differences(from: new).isEmpty)
    #expect(new.differences(from: ItemClaims()).count == 4)
    #expect(ItemClaims().differences(from: new).count == 4)
  }
}
