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

  @Test func everyCodeHasItsPlace() {
    let codes: [UInt8] = [0, 63, 64, 127, 128, 191, 192, 255]
    let set = StatusSet(codes.map { Status(code: $0) })
    #expect(set.map(\.code) == codes)
    for code in UInt8.min...UInt8.max {
      #expect(set.contains(Status(code: code)) == codes.contains(code))
      var one = set.subtracting([Status(code: code)])
      #expect(!one.contains(Status(code: code)))
      let isNew = one.insert(Status(code: code))
      #expect(isNew)
      one.remove(Status(code: code))
      #expect(one == set.subtracting([Status(code: code)]))
    }
  }

  @Test func aMapHasASetForEachStatus() {
    let map: StatusMap = [.partial: [.implementing, .abandoned]]
    #expect(map[.partial] == [.implementing, .abandoned])
    #expect(map[.planned].isEmpty)
  }
}
