import StatusHooks
import StatusModel
import StatusText

/// `statuslint hook`: judges what an agent is about to do, and tells the agent in its own protocol.
package struct HookCommand: Command {
  package static let name = "hook"
  package static let argumentCounts = 0...0
  package static var options: [CommandOption<HookCommand>] {
    treeOptions + [.text("--agent") { $0.agent = $1 }]
  }

  package var common = CommonOptions()
  /// Whose event it is; nil to find out.
  private var agent: String?

  /// The names of the agents whose events are understood.
  package static let agentNames = HookAgent.allCases.map(\.rawValue)
  /// The same as a list.
  package static var agents: String { Choice.list(agentNames) }

  /// Larger events are not read, in bytes.
  private static let sizeLimit = 64 << 20

  /// The command without options.
  package init(arguments: [String] = []) {}

  /// Reads one event, and answers. Whatever goes wrong is a line on standard error and the exit code 0, because the agent
  /// takes every other one for a refusal or for a fault that a person must see.
  package func run(in surroundings: Surroundings) throws(CommandError) -> ExitCode {
    let console = Console(surroundings: surroundings, common: common)
    do throws(CommandError) {
      let event = try event(surroundings)
      let verdict = try HookRun(event, common, surroundings).verdict()
      let answer = HookAnswer(verdict, to: event)
      if !answer.output.isEmpty { try console.print(answer.output, as: .json) }
      for line in answer.errors { console.complain("\(line)\n") }
      return answer.refuses ? .refusal : .success
    } catch {
      console.complain(error.text)
      return .success
    }
  }

  private func event(_ surroundings: Surroundings) throws(CommandError) -> HookEvent {
    let known: HookAgent? = try agent.map { name throws(CommandError) in try Choice.read(name, for: "--agent")
    }
    let bytes: [UInt8]
    do {
      bytes = try surroundings.standardInput.readAll(limit: Self.sizeLimit)
    } catch {
      throw .failure(error)
    }
    do throws(HookEventReader.Fault) {
      return try HookEventReader.read(bytes, from: known)
    } catch {
      throw .usage(
        Self.message(error), hint: "standard input must be one event of a hook; see docs/agents.md")
    }
  }

  private static func message(_ fault: HookEventReader.Fault) -> Message {
    switch fault {
    case .notJSON(let message, let line): "the event is not JSON: line \(line): \(message)"
    case .noEvent: "the event has no \"hook_event_name\""
    case .unknownAgent(let name): "no agent is known to send the event \"\(name)\""
    }
  }
}
