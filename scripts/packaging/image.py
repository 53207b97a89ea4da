#!/usr/bin/env python3
"""Writes an OCI image archive with nothing but the program (OCI image specification 1.0).

image.py FILES VERSION TARGET    SOURCE_DATE_EPOCH is the time of all entries
"""
import gzip
import hashlib
import io
import json
import os
import sys
import tarfile
from datetime import datetime, timezone
from pathlib import Path

EPOCH = int(os.environ["SOURCE_DATE_EPOCH"])


def tar(entries):
    """A tar archive of (name, mode, bytes; None for a directory)."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for name, mode, content in entries:
            entry = tarfile.TarInfo(name)
            entry.mode, entry.mtime = mode, EPOCH
            entry.type = tarfile.DIRTYPE if content is None else tarfile.REGTYPE
            entry.size = len(content or b"")
            archive.addfile(entry, io.BytesIO(content or b""))
    return buffer.getvalue()


def digest(content):
    return hashlib.sha256(content).hexdigest()


def main():
    files, version, target = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
    layer = tar([
        ("usr", 0o755, None), ("usr/bin", 0o755, None),
        ("usr/bin/statuslint", 0o755, (files / "bin/statuslint").read_bytes()),
        # Any user may write reports and temporary files.
        ("work", 0o777, None), ("tmp", 0o1777, None),
    ])
    compressed = gzip.compress(layer, 9, mtime=0)
    created = datetime.fromtimestamp(EPOCH, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    config = {
        "created": created, "architecture": "amd64", "os": "linux",
        "config": {"Entrypoint": ["/usr/bin/statuslint"], "WorkingDir": "/work", "Env": ["PATH=/usr/bin"]},
        "rootfs": {"type": "layers", "diff_ids": [f"sha256:{digest(layer)}"]},
        "history": [{"created": created, "created_by": "scripts/package"}],
    }
    config = json.dumps(config, sort_keys=True).encode()
    kind = "application/vnd.oci.image"
    manifest = json.dumps({
        "schemaVersion": 2, "mediaType": f"{kind}.manifest.v1+json",
        "config": {"mediaType": f"{kind}.config.v1+json", "digest": f"sha256:{digest(config)}", "size": len(config)},
        "layers": [{
            "mediaType": f"{kind}.layer.v1.tar+gzip", "digest": f"sha256:{digest(compressed)}",
            "size": len(compressed),
        }],
        "annotations": {
            "org.opencontainers.image.title": "statuslint", "org.opencontainers.image.version": version,
            "org.opencontainers.image.licenses": "MIT",
        },
    }, sort_keys=True).encode()
    index = json.dumps({
        "schemaVersion": 2, "mediaType": f"{kind}.index.v1+json",
        "manifests": [{
            "mediaType": f"{kind}.manifest.v1+json", "digest": f"sha256:{digest(manifest)}", "size": len(manifest),
            "annotations": {"org.opencontainers.image.ref.name": version},
        }],
    }, sort_keys=True).encode()
    blobs = sorted((digest(content), content) for content in (compressed, config, manifest))
    archive = tar([
        ("oci-layout", 0o644, b'{"imageLayoutVersion": "1.0.0"}'), ("index.json", 0o644, index),
        ("blobs", 0o755, None), ("blobs/sha256", 0o755, None),
        *((f"blobs/sha256/{name}", 0o644, content) for name, content in blobs),
    ])
    (target / f"statuslint-{version}-oci.tar").write_bytes(archive)


main()
