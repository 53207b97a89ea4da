// Written by scripts/embed from schemas/show.schema.json.

extension SchemaCommand {
  /// The JSON Schema of what `show` prints of other formats; the same as `schemas/show.schema.json`.
  static let show = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "statuslint show, other formats",
      "description": "The output of statuslint show with --format json where there are roots of other formats: all of them, or one subject. Paths are relative to the repository root.",
      "type": "object",
      "anyOf": [
        {
          "additionalProperties": false,
          "required": ["roots"],
          "properties": {
            "roots": { "type": "array", "items": { "$ref": "#/$defs/root" } },
            "trees": { "description": "The specs trees, if there are any.", "type": "array", "items": { "type": "object" } }
          }
        },
        {
          "$ref": "#/$defs/subject",
          "required": ["root", "format", "parts", "failure"]
        },
        {
          "additionalProperties": false,
          "required": ["id", "errors"],
          "properties": {
            "id": { "description": "As given: nothing has that id, or too much.", "type": "string" },
            "errors": { "description": "As in the return object.", "type": "array", "minItems": 1, "items": { "type": "object" } }
          }
        }
      ],
      "$defs": {
        "root": {
          "type": "object",
          "additionalProperties": false,
          "required": ["root", "format", "subjects", "failure"],
          "properties": {
            "root": { "type": "string" },
            "format": { "description": "As in --only-format.", "type": "string", "minLength": 1 },
            "subjects": { "description": "Each after what it is a part of.", "type": "array", "items": { "$ref": "#/$defs/subject" } },
            "failure": { "$ref": "#/$defs/failure" }
          }
        },
        "subject": {
          "type": "object",
          "additionalProperties": false,
          "required": ["kind", "id", "title", "parent", "status", "stage", "wanted", "partsDone", "partsTotal", "statuses", "claims"],
          "properties": {
            "root": { "type": "string" },
            "format": { "type": "string", "minLength": 1 },
            "kind": { "description": "What it is: task, change, story, …", "type": "string", "minLength": 1 },
            "id": { "description": "In its normal form.", "type": "string", "minLength": 1 },
            "title": { "type": "string" },
            "parent": { "description": "The id of what it is a part of.", "type": ["string", "null"] },
            "status": { "description": "As the format writes it, or as it is written if the format does not know it.", "type": ["string", "null"] },
            "stage": { "description": "closed: ended without being done.", "enum": ["open", "active", "done", "closed", null] },
            "wanted": { "description": "Whether it has to be done.", "type": "boolean" },
            "partsDone": { "type": ["integer", "null"], "minimum": 0 },
            "partsTotal": { "type": ["integer", "null"], "minimum": 0 },
            "statuses": { "description": "The statuses that update can give it.", "type": "array", "items": { "type": "string" } },
            "claims": { "description": "What each place says, the leading one first.", "type": "array", "items": { "$ref": "#/$defs/claim" } },
            "parts": { "type": "array", "items": { "$ref": "#/$defs/subject" } },
            "failure": { "$ref": "#/$defs/failure" }
          }
        },
        "claim": {
          "type": "object",
          "additionalProperties": false,
          "required": ["facet", "name", "written", "status", "path", "line", "column", "start", "end"],
          "properties": {
            "facet": { "enum": ["status", "count", "date"] },
            "name": { "description": "What the place is: box, status, phase, …", "type": "string", "minLength": 1 },
            "written": { "description": "Its text, without quotes and brackets.", "type": "string" },
            "status": { "description": "The status that is meant; null if none is known.", "type": ["string", "null"] },
            "path": { "type": "string", "minLength": 1 },
            "line": { "type": "integer", "minimum": 1 },
            "column": { "description": "In characters.", "type": "integer", "minimum": 1 },
            "start": { "description": "The offset of its first byte; with end, an empty range for what a name or a directory says.", "type": "integer", "minimum": 0 },
            "end": { "type": "integer", "minimum": 0 }
          }
        },
        "failure": {
          "description": "The files that could not be read, or null.",
          "type": ["array", "null"],
          "items": {
            "type": "object",
            "additionalProperties": false,
            "required": ["path", "reason"],
            "properties": { "path": { "type": "string" }, "reason": { "type": "string" } }
          }
        }
      }
    }

    """#
}
