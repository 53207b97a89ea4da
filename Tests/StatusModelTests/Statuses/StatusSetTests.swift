import Testing

@testable import StatusModel

struct StatusSetTests {
  @Test func itHoldsWhatItWasGiven() {
    let set: StatusSet = [.planned, .notStarted, .planned]
    #expect(Array(set) == [.notStarted, .planned])
    #expect(set.contains(.planned) && !set.contains(.completed))
    #expect(StatusSet([]).isEmpty && !set.isEmpty)
  }

  @Test func insertingTellsWhatIsNew() {
    var set: StatusSet = [.planned]
    let isKnownNew = set.insert(.planned)
    let isOtherNew = set.insert(.blocked)
    #expect(!isKnownNew && isOtherNew)
    set.formUnion([.completed])
    #expect(set == [.planned, .blocked, .completed])
    #expect(set.subtracting([.blocked, .partial]) == [.planned, .completed])
  }

  @Test(arguments: [63, 64, 255] as [UInt8]) func codesBeyondTheBitsAreInNoSet(code: UInt8) {
    #expect(StatusSet([Status(code: code)]).contains(Status(code: code)) == (code < 64))
  }

  @Test func aMapHasASetForEachStatus() {
    let map: StatusMap = [.partial: [.implementing, .abandoned]]
    #expect(map[.partial] == [.implementing, .abandoned])
    #expect(map[.planned].isEmpty)
  }
}
