// Written by scripts/embed from schemas/return.schema.json.

extension SchemaCommand {
  /// The JSON Schema of the return object of `update`, `begin` and `finish`; the same as `schemas/return.schema.json`.
  static let `return` = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "statuslint return object",
      "description": "The output of statuslint update, begin and finish with --format json: one object, on success and on failure. Paths are relative to the repository root. Statuses are spelled as in state.json.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "status", "summary", "tasks", "artifacts", "metadata", "errors", "warnings", "next_steps", "files_updated",
        "rollback_performed", "rollback_details"
      ],
      "properties": {
        "status": { "description": "completed: everything was written and read back. failed: nothing has changed, unless an error says otherwise.", "enum": ["completed", "failed"] },
        "summary": { "description": "What happened, in one line.", "type": "string", "minLength": 1 },
        "tasks": {
          "description": "The outcome for each task, in the order of the request.",
          "type": "array",
          "items": {
            "type": "object",
            "additionalProperties": false,
            "required": ["task", "from", "to", "plan", "phases"],
            "properties": {
              "task": { "type": "integer", "minimum": 0 },
              "from": { "$ref": "#/$defs/status" },
              "to": { "description": "Equal to from if the status has not changed.", "$ref": "#/$defs/status" },
              "plan": { "description": "The plan that the phases belong to.", "type": ["string", "null"] },
              "phases": {
                "description": "The phases whose status changed, in the order of the plan.",
                "type": "array",
                "items": {
                  "type": "object",
                  "additionalProperties": false,
                  "required": ["phase_number", "from", "to"],
                  "properties": {
                    "phase_number": { "description": "As in the heading: 1, 6A.", "type": "string", "minLength": 1 },
                    "from": { "description": "null if it had none.", "type": ["string", "null"] },
                    "to": { "$ref": "#/$defs/status" }
                  }
                }
              }
            }
          }
        },
        "subject": {
          "description": "update, other formats: what was to be moved; tasks is empty then.",
          "type": "object",
          "additionalProperties": false,
          "required": ["root", "format", "kind", "id", "from", "to", "places"],
          "properties": {
            "root": { "description": "The root of the format, relative to the repository root.", "type": "string" },
            "format": { "description": "As in --only-format.", "type": "string", "minLength": 1 },
            "kind": { "description": "What it is: task, change, story, …", "type": "string", "minLength": 1 },
            "id": { "description": "In its normal form.", "type": "string", "minLength": 1 },
            "from": { "description": "Its status before, as the format writes it; null if it had none.", "type": ["string", "null"] },
            "to": { "type": "string", "minLength": 1 },
            "places": {
              "description": "Every place that is written; empty if nothing is.",
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["path", "line", "column", "name", "from", "to"],
                "properties": {
                  "path": { "type": "string", "minLength": 1 },
                  "line": { "type": "integer", "minimum": 1 },
                  "column": { "description": "In characters.", "type": "integer", "minimum": 1 },
                  "name": { "description": "What the place is: box, status, count, …", "type": "string", "minLength": 1 },
                  "from": { "description": "Its text before, without quotes and brackets.", "type": "string" },
                  "to": { "type": "string" }
                }
              }
            }
          }
        },
        "artifacts": {
          "description": "The given artifacts that exist.",
          "type": "array",
          "items": {
            "type": "object",
            "additionalProperties": false,
            "required": ["type", "path", "summary"],
            "properties": {
              "type": { "type": "string", "minLength": 1 },
              "path": { "type": "string", "minLength": 1 },
              "summary": { "type": "string" }
            }
          }
        },
        "metadata": {
          "type": "object",
          "additionalProperties": false,
          "required": ["session_id", "duration_seconds", "agent_type", "delegation_depth", "delegation_path"],
          "properties": {
            "session_id": { "type": ["string", "null"] },
            "duration_seconds": { "description": "Wall time with millisecond precision.", "type": "number", "minimum": 0 },
            "agent_type": { "const": "statuslint" },
            "delegation_depth": { "type": "integer", "minimum": 0 },
            "delegation_path": { "type": "array", "items": { "type": "string" } }
          }
        },
        "errors": {
          "description": "All errors, not only the first; empty on success.",
          "type": "array",
          "items": { "$ref": "#/$defs/error" }
        },
        "warnings": { "description": "Messages that a person should read, although the command was not refused.", "type": "array", "items": { "type": "string", "minLength": 1 } },
        "next_steps": { "description": "The next steps.", "type": "string" },
        "files_updated": { "description": "The files that have new bytes, sorted.", "type": "array", "items": { "type": "string", "minLength": 1 } },
        "rollback_performed": { "description": "Whether a commit was undone.", "type": "boolean" },
        "rollback_details": { "description": "The state of the files after that.", "type": ["string", "null"] },
        "resumed": { "description": "begin: whether the workflow had already begun.", "type": "boolean" },
        "language": { "description": "begin: the Language of the task; general if it has none.", "type": "string" },
        "phase": {
          "description": "begin: the phase to work on; null if there is no plan or no phase is left.",
          "type": ["object", "null"],
          "additionalProperties": false,
          "required": ["phase_number", "title"],
          "properties": {
            "phase_number": { "type": "string", "minLength": 1 },
            "title": { "type": "string" }
          }
        },
        "dry_run": { "const": true },
        "diff": { "description": "--dry-run: the patch.", "type": "string" }
      },
      "$defs": {
        "status": { "type": "string", "pattern": "^[a-z_]+$" },
        "error": {
          "type": "object",
          "additionalProperties": false,
          "required": ["type", "message", "code", "recoverable", "recommendation"],
          "properties": {
            "type": {
              "enum": [
                "validation_failed", "artifact_validation_failed", "status_sync_failed", "conflict", "locked",
                "recovery_needed"
              ]
            },
            "message": { "description": "The error message, with the file, the phase, the old and the new status.", "type": "string", "minLength": 1 },
            "code": { "description": "The code of this error.", "type": "string", "pattern": "^[A-Z_]+$" },
            "recoverable": { "description": "Whether the same request may succeed later.", "type": "boolean" },
            "recommendation": { "description": "What to do.", "type": "string", "minLength": 1 }
          }
        }
      }
    }

    """#
}
