// Written by scripts/embed from schemas/history.schema.json.

extension SchemaCommand {
  /// The JSON Schema of the output of `history --format json`; the same as `schemas/history.schema.json`.
  static let history = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "statuslint history",
      "description": "The output of statuslint history --format json: one object. With --format jsonl, each line is one of its events or intervals. Times are UTC. Paths are relative to the repository root.",
      "type": "object",
      "additionalProperties": false,
      "anyOf": [{ "required": ["profile"] }, { "required": ["roots"] }],
      "properties": {
        "profile": { "description": "The profile that the history is judged by.", "type": "string", "minLength": 1 },
        "roots": {
          "description": "Of other formats: the roots.",
          "type": "array",
          "items": {
            "type": "object",
            "additionalProperties": false,
            "required": ["root", "format"],
            "properties": {
              "root": { "description": "Empty for the repository itself.", "type": "string" },
              "format": { "description": "As in --only-format.", "type": "string", "minLength": 1 }
            }
          }
        },
        "events": {
          "description": "What each commit did, parents before their children.",
          "type": "array",
          "items": { "anyOf": [{ "$ref": "#/$defs/event" }, { "$ref": "#/$defs/subject_event" }] }
        },
        "drift": {
          "description": "With --drift: the times in which two files disagreed about a task: TODO.md and state.json, state.json and the task's project state, the task and its current plan; of other formats, those in which one place said that something was done, and another that it was not.",
          "type": "array",
          "items": { "anyOf": [{ "$ref": "#/$defs/interval" }, { "$ref": "#/$defs/subject_interval" }] }
        },
        "months": {
          "description": "With --summary: what happened in each month.",
          "type": "array",
          "items": {
            "type": "object",
            "additionalProperties": false,
            "required": ["month", "transitions", "illegal", "opened", "closed", "reopened", "drift_seconds"],
            "properties": {
              "month": { "type": "string", "minLength": 7 },
              "transitions": { "$ref": "#/$defs/count" },
              "illegal": { "$ref": "#/$defs/count" },
              "opened": { "$ref": "#/$defs/count" },
              "closed": { "description": "Tasks that ended, were put away or are gone.", "$ref": "#/$defs/count" },
              "reopened": { "description": "Tasks that were closed and went on.", "$ref": "#/$defs/count" },
              "drift_seconds": { "$ref": "#/$defs/count" }
            }
          }
        },
        "statuses": {
          "description": "With --summary: how long tasks stayed in each status, as far as they have left it.",
          "type": "array",
          "items": {
            "type": "object",
            "additionalProperties": false,
            "required": ["status", "median_seconds", "times"],
            "properties": {
              "status": { "type": "string", "minLength": 1 },
              "median_seconds": { "$ref": "#/$defs/count" },
              "times": { "$ref": "#/$defs/count" }
            }
          }
        }
      },
      "$defs": {
        "count": { "type": "integer", "minimum": 0 },
        "commit": {
          "type": "object",
          "additionalProperties": false,
          "required": ["id", "time", "author", "email", "subject"],
          "properties": {
            "id": { "type": "string", "minLength": 40 },
            "time": { "description": "When its author made it.", "type": "string", "minLength": 1 },
            "author": { "type": "string" },
            "email": { "type": "string" },
            "subject": { "description": "The first line of its message.", "type": "string" }
          }
        },
        "event": {
          "type": "object",
          "additionalProperties": false,
          "required": ["kind", "commit", "root", "task", "phase", "from", "to", "files", "follows", "legal", "rule", "reason", "remark"],
          "properties": {
            "kind": { "enum": ["appeared", "moved", "started-changed", "archived", "vanished", "unreadable"] },
            "commit": { "$ref": "#/$defs/commit" },
            "root": { "description": "The directory of the tree.", "type": "string" },
            "task": { "type": ["integer", "null"] },
            "phase": { "description": "The number as written.", "type": ["string", "null"] },
            "from": { "description": "The status before, as in state.json.", "type": ["string", "null"] },
            "to": { "description": "The status afterwards.", "type": ["string", "null"] },
            "files": { "description": "The files that say so.", "type": "array", "items": { "type": "string" } },
            "follows": { "description": "Whether the file only says now what the other one has said before.", "type": "boolean" },
            "legal": { "type": "boolean" },
            "rule": { "description": "The rule that is broken.", "type": ["string", "null"] },
            "reason": { "description": "Why it is not legal.", "type": ["string", "null"] },
            "remark": { "description": "The two dates of a start, or why a file cannot be understood.", "type": ["string", "null"] }
          }
        },
        "subject_event": {
          "type": "object",
          "additionalProperties": false,
          "required": ["kind", "commit", "root", "format", "subject", "id", "from", "to", "files", "legal", "rule", "reason", "remark"],
          "properties": {
            "kind": { "enum": ["appeared", "moved", "vanished", "unreadable"] },
            "commit": { "$ref": "#/$defs/commit" },
            "root": { "type": "string" },
            "format": { "type": "string", "minLength": 1 },
            "subject": { "description": "What it is: task, change, story, …; null for a file.", "type": ["string", "null"] },
            "id": { "description": "In its normal form.", "type": ["string", "null"] },
            "from": { "description": "The status before, as the format writes it.", "type": ["string", "null"] },
            "to": { "description": "The status afterwards.", "type": ["string", "null"] },
            "files": { "description": "The files that say so.", "type": "array", "items": { "type": "string" } },
            "legal": { "type": "boolean" },
            "rule": { "description": "The rule that is broken.", "type": ["string", "null"] },
            "reason": { "description": "Why it is not legal.", "type": ["string", "null"] },
            "remark": { "description": "Why a file cannot be understood.", "type": ["string", "null"] }
          }
        },
        "subject_interval": {
          "type": "object",
          "additionalProperties": false,
          "required": ["root", "format", "subject", "id", "claims", "from", "to", "seconds"],
          "properties": {
            "root": { "type": "string" },
            "format": { "type": "string", "minLength": 1 },
            "subject": { "type": "string" },
            "id": { "type": "string" },
            "claims": {
              "description": "What each place said when it began.",
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["path", "name", "status"],
                "properties": {
                  "path": { "type": "string" },
                  "name": { "description": "What the place is: box, row, …", "type": "string" },
                  "status": { "type": "string" }
                }
              }
            },
            "from": { "$ref": "#/$defs/commit" },
            "to": { "description": "The commit that ended it; null if it goes on.", "anyOf": [{ "$ref": "#/$defs/commit" }, { "type": "null" }] },
            "seconds": { "$ref": "#/$defs/count" }
          }
        },
        "interval": {
          "type": "object",
          "additionalProperties": false,
          "required": ["root", "task", "claims", "from", "to", "seconds"],
          "properties": {
            "root": { "type": "string" },
            "task": { "type": "integer" },
            "claims": {
              "description": "What each of the two files said when it began: TODO.md, state.json, or the path of a project state or a plan.",
              "type": "object",
              "additionalProperties": { "type": "string" }
            },
            "from": { "$ref": "#/$defs/commit" },
            "to": { "description": "The commit that ended it; null if it goes on.", "anyOf": [{ "$ref": "#/$defs/commit" }, { "type": "null" }] },
            "seconds": { "$ref": "#/$defs/count" }
          }
        }
      }
    }

    """#
}
