import StatusText
package struct PhaseNumber: Sendable { package var major: Int?; package var isSubPhase: Bool; package var label: String
 static func read(_ r: ByteRange, in bytes: [UInt8]) -> (PhaseNumber, Int)? { nil } }
