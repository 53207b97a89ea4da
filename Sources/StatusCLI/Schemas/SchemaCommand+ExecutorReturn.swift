// Written by scripts/embed from schemas/executor-return.schema.json.

extension SchemaCommand {
  /// The JSON Schema of the return object that `finish` takes; the same as `schemas/executor-return.schema.json`.
  static let executorReturn = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "executor return object",
      "description": "The outcome of a workflow, which an executor passes to statuslint finish. Other members are allowed and ignored.",
      "type": "object",
      "required": ["status"],
      "properties": {
        "status": {
          "description": "completed: done; partial: phases are left; failed: no result; blocked: the task waits for something, which reason names.",
          "enum": ["completed", "partial", "failed", "blocked"]
        },
        "summary": { "description": "A short summary of the work.", "type": ["string", "null"] },
        "reason": { "description": "The reason why the work could not continue.", "type": ["string", "null"] },
        "artifacts": {
          "description": "The files that were written, including source files.",
          "type": ["array", "null"],
          "items": {
            "type": "object",
            "required": ["type", "path"],
            "properties": {
              "type": { "description": "research, plan, summary, implementation, …", "type": "string", "minLength": 1 },
              "path": { "description": "Relative to the repository root.", "type": "string", "minLength": 1 },
              "summary": { "type": ["string", "null"] }
            }
          }
        },
        "phase_statuses": {
          "description": "The outcome of the phases. Required for an implementation of a plan with phases, unless it failed or is blocked.",
          "type": ["array", "null"],
          "items": {
            "type": "object",
            "required": ["phase_number", "status"],
            "properties": {
              "phase_number": { "description": "As in the heading: 1, or \"6A\".", "type": ["integer", "number", "string"] },
              "status": { "description": "not_started, in_progress, completed, blocked, abandoned.", "type": "string" },
              "timestamp": { "description": "The time, as YYYY-MM-DDTHH:MM:SSZ. The default is now.", "type": ["string", "null"] },
              "started": { "description": "The start time, if it is known and not written yet.", "type": ["string", "null"] },
              "reason": { "description": "The reason why it is blocked or abandoned.", "type": ["string", "null"] }
            }
          }
        },
        "errors": {
          "description": "The errors. If a workflow failed with an error that is not recoverable, the task becomes blocked.",
          "type": ["array", "null"],
          "items": {
            "type": "object",
            "required": ["message"],
            "properties": {
              "message": { "type": "string" },
              "recoverable": { "type": "boolean" }
            }
          }
        },
        "plan_metadata": {
          "description": "Metadata of a plan. Missing values are read from the plan.",
          "type": ["object", "null"],
          "properties": {
            "phase_count": { "type": "integer", "minimum": 0 },
            "estimated_hours": { "type": "number", "minimum": 0 },
            "complexity": { "type": "string" }
          }
        },
        "plan_version": { "description": "The version of a revised plan. The default is the next version.", "type": ["integer", "null"], "minimum": 1 },
        "revision_reason": { "description": "The reason for the revision; required for a revision.", "type": ["string", "null"] },
        "metadata": {
          "type": ["object", "null"],
          "properties": { "session_id": { "type": ["string", "null"] } }
        }
      }
    }

    """#
}
