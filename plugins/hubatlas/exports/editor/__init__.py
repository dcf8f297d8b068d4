"""What the editor of records at /admin/ works from: made from the schemas and the network's own lists."""

from __future__ import annotations

from hubatlas.exports.editor.config import EDITOR_CONFIG
from hubatlas.exports.editor.git_host import GitHost, git_host

__all__ = ["EDITOR_CONFIG", "GitHost", "git_host"]
