"""The same records on the same day give the same bytes."""

import os
import subprocess
import sys

from tests.exports.editions import NETWORKS, ROOT, TODAY

PUBLISH = """
import hashlib, json, sys
from datetime import date
from pathlib import Path
from hubatlas.exports import EXPORTS, Edition
from hubatlas.records import load

content, schema, today = Path(sys.argv[1]), Path(sys.argv[2]), date.fromisoformat(sys.argv[3])
edition = Edition(directory=load(content, schema), today=today)
digest = hashlib.sha256()
for export in EXPORTS:
    for address, written in export.files(edition):
        digest.update(address.encode() + b"\\0" + written)
print(digest.hexdigest())
"""


def test_every_export_is_the_same_whatever_the_hash_seed_time_zone_and_locale() -> None:
    content = NETWORKS[-1]
    digests = set()
    for seed, zone, locale in (
        ("0", "UTC", "C"),
        ("1", "Asia/Tokyo", "C.UTF-8"),
        ("4711", "America/New_York", "POSIX"),
    ):
        surroundings = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "PYTHONPATH": str(ROOT / "plugins")}
        done = subprocess.run(
            [sys.executable, "-c", PUBLISH, str(content), str(ROOT / "schema"), TODAY.isoformat()],
            env={**os.environ, **surroundings},
            capture_output=True,
            text=True,
            check=True,
        )
        digests.add(done.stdout)
    assert len(digests) == 1
