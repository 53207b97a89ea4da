// Written by scripts/embed from schemas/report.schema.json.

extension SchemaCommand {
  /// The JSON Schema of the output of `check --format json`; the same as `schemas/report.schema.json`.
  static let report = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "statuslint report",
      "description": "The output of statuslint check --format json: one object. Lines and columns start at 1, and columns count characters. Offsets are in bytes. Paths are relative to the repository root.",
      "type": "object",
      "additionalProperties": false,
      "required": ["tool", "profile", "summary", "findings", "fixed"],
      "properties": {
        "tool": {
          "description": "The program that made the report.",
          "type": "object",
          "additionalProperties": false,
          "required": ["name", "version"],
          "properties": {
            "name": { "const": "statuslint" },
            "version": { "type": "string", "minLength": 1 }
          }
        },
        "profile": {
          "description": "The active profile, and the reason for it.",
          "type": "object",
          "additionalProperties": false,
          "required": ["name", "reason"],
          "properties": {
            "name": { "type": "string", "minLength": 1 },
            "reason": { "type": "string" }
          }
        },
        "summary": {
          "type": "object",
          "additionalProperties": false,
          "required": ["files", "errors", "warnings", "infos", "fixable", "fixed", "suppressed", "baselined", "stale", "seconds"],
          "properties": {
            "files": { "description": "The number of files that were read.", "$ref": "#/$defs/count" },
            "errors": { "$ref": "#/$defs/count" },
            "warnings": { "$ref": "#/$defs/count" },
            "infos": { "$ref": "#/$defs/count" },
            "fixable": { "description": "The number of findings with a safe fix.", "$ref": "#/$defs/count" },
            "fixed": { "description": "The number of fixed findings.", "$ref": "#/$defs/count" },
            "suppressed": {
              "description": "The number of findings that comments suppress.",
              "$ref": "#/$defs/count"
            },
            "baselined": { "description": "The number of findings in the baseline.", "$ref": "#/$defs/count" },
            "stale": {
              "description": "The number of findings in the baseline that are gone.",
              "$ref": "#/$defs/count"
            },
            "seconds": {
              "description": "Wall time with millisecond precision; 0 if SOURCE_DATE_EPOCH is set.",
              "type": "number",
              "minimum": 0
            }
          }
        },
        "findings": {
          "description": "The remaining findings, sorted by path, position and rule. Findings without a file are last.",
          "type": "array",
          "items": { "$ref": "#/$defs/finding" }
        },
        "suppressed": {
          "description": "The suppressed findings, with --show-suppressed.",
          "type": "array",
          "items": { "$ref": "#/$defs/finding" }
        },
        "stale": {
          "description": "The findings in the baseline that are gone, if there are any.",
          "type": "array",
          "items": { "$ref": "#/$defs/entry" }
        },
        "fixed": {
          "description": "The fixed findings, with their original positions.",
          "type": "array",
          "items": { "$ref": "#/$defs/fixed" }
        }
      },
      "$defs": {
        "entry": {
          "description": "A finding as the baseline has it.",
          "type": "object",
          "additionalProperties": false,
          "required": ["fingerprint", "rule", "path", "task", "phase", "evidence"],
          "properties": {
            "fingerprint": { "$ref": "#/$defs/fingerprint" },
            "rule": { "$ref": "#/$defs/rule" },
            "path": { "type": "string" },
            "task": { "$ref": "#/$defs/task" },
            "phase": { "$ref": "#/$defs/phase" },
            "evidence": { "type": "string" }
          }
        },
        "count": { "type": "integer", "minimum": 0 },
        "place": { "type": ["integer", "null"], "minimum": 1 },
        "rule": { "type": "string", "minLength": 1 },
        "task": { "type": ["integer", "null"] },
        "phase": { "description": "The number of the phase as it is written.", "type": ["string", "null"] },
        "fingerprint": {
          "description": "The same in every run, even if the line moves.",
          "type": "string",
          "pattern": "^[0-9a-f]{16}$"
        },
        "every": {
          "description": "What every finding says, whether it remains or was fixed.",
          "type": "object",
          "required": [
            "rule", "family", "severity", "message", "path", "line", "column", "task", "phase", "fingerprint"
          ],
          "properties": {
            "rule": { "$ref": "#/$defs/rule" },
            "family": {
              "description": "null for an unknown rule.",
              "enum": [
                "syntax", "markers", "timestamps", "transitions", "structure", "consistency", "artifacts",
                "suppression", null
              ]
            },
            "severity": { "enum": ["error", "warning", "info"] },
            "message": { "type": "string" },
            "path": { "description": "null for a fault of the whole tree.", "type": ["string", "null"] },
            "line": { "$ref": "#/$defs/place" },
            "column": { "$ref": "#/$defs/place" },
            "task": { "$ref": "#/$defs/task" },
            "phase": { "$ref": "#/$defs/phase" },
            "fingerprint": { "$ref": "#/$defs/fingerprint" }
          }
        },
        "finding": {
          "$ref": "#/$defs/every",
          "unevaluatedProperties": false,
          "required": ["endLine", "endColumn", "related", "help", "fix"],
          "properties": {
            "endLine": { "$ref": "#/$defs/place" },
            "endColumn": {
              "description": "The column after the last character.",
              "$ref": "#/$defs/place"
            },
            "related": {
              "description": "The other locations of a fault that has several.",
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["path", "line", "column", "message"],
                "properties": {
                  "path": { "type": "string" },
                  "line": { "type": "integer", "minimum": 1 },
                  "column": { "type": "integer", "minimum": 1 },
                  "message": { "type": "string" }
                }
              }
            },
            "help": { "type": ["string", "null"] },
            "fix": { "anyOf": [{ "type": "null" }, { "$ref": "#/$defs/fix" }] },
            "reason": {
              "description": "Only of a suppressed finding: the reason that the comment gives.",
              "type": ["string", "null"]
            }
          }
        },
        "fix": {
          "description": "A correction, applied completely or not at all.",
          "type": "object",
          "additionalProperties": false,
          "required": ["applicability", "description", "edits"],
          "properties": {
            "applicability": { "enum": ["safe", "unsafe"] },
            "description": { "type": "string" },
            "edits": {
              "type": "array",
              "minItems": 1,
              "items": {
                "description": "replacement replaces the bytes from start up to end.",
                "type": "object",
                "additionalProperties": false,
                "required": ["path", "start", "end", "replacement"],
                "properties": {
                  "path": { "type": "string" },
                  "start": { "$ref": "#/$defs/count" },
                  "end": { "$ref": "#/$defs/count" },
                  "replacement": { "type": "string" }
                }
              }
            }
          }
        },
        "fixed": {
          "$ref": "#/$defs/every",
          "unevaluatedProperties": false,
          "required": ["description"],
          "properties": {
            "description": { "description": "What the fix did.", "type": ["string", "null"] }
          }
        }
      }
    }

    """#
}
