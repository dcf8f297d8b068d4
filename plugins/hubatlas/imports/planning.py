"""From proposals to files: compared with what is there, tried out by the checker, and only then written."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from hubatlas.imports.likeness import Likenesses, known
from hubatlas.imports.proposals import KINDS, Decision, FieldChange, Plan, Proposal, Source
from hubatlas.imports.trial import BrokenContentError, Trial, sentence
from hubatlas.records import InvalidRecordsError, load
from hubatlas.records.checking import Checker
from hubatlas.records.folders import LONGEST_SLUG, SLUG, find, read_bytes
from hubatlas.records.formatting import rewritten
from hubatlas.records.formatting import written as laid_out
from hubatlas.records.reading import MOST_BYTES, read
from hubatlas.records.schemas import Schema, bundled
from hubatlas.records.source_rules import fact_groups

PROVENANCE = "provenance"


class Planner:
    """Plans what becomes of proposals for one content folder; nothing is changed there before `apply`."""

    def __init__(self, content: Path, schema: Path) -> None:
        self._content = content
        self._schema = schema
        self._schemas: dict[str, Schema] = {kind: bundled(schema, kind) for kind in KINDS}
        self._checkers = {kind: Checker(schema, kind) for kind in KINDS}
        self._cache: dict[str, object] = {}
        try:
            load(content, schema, self._cache)
        except InvalidRecordsError as error:
            raise BrokenContentError(error.problems) from None
        self._present = self._read_present()

    def plan(self, proposals: Iterable[Proposal], source: Source, questions: Iterable[str] = ()) -> Plan:
        """What becomes of each proposal. `questions` are what the reader of the source could not be sure of."""
        alike = {
            kind: known((path, record) for path, record in self._present.items() if path.startswith(f"{each.folder}/"))
            for kind, each in KINDS.items()
        }
        decided: dict[str, list[Decision]] = {name: [] for name in ("new", "changed", "same", "kept", "doubtful")}
        refused: list[Decision] = []
        asked = list(questions)
        seen: dict[str, Proposal] = {}
        for proposal in proposals:
            fault = _fault_of_name(proposal, seen)
            if fault is not None:
                refused.append(Decision(proposal=proposal, reasons=(fault,)))
                continue
            seen[proposal.path] = proposal
            dated = replace(source, as_of=proposal.as_of or source.as_of)
            sound, left_out = self._sound(proposal, dated)
            asked += left_out
            where, decision = self._decided(sound, dated, alike[proposal.kind])
            decided[where].append(decision)
        with tempfile.TemporaryDirectory() as folder:
            trial = Trial(Path(folder), self._content, self._schema, self._cache)
            refused += trial.without_broken(decided, self._text)
        groups: dict[str, Any] = {name: tuple(each) for name, each in decided.items()}
        return Plan(**groups, refused=tuple(refused), vanished=self._vanished(seen, source), questions=tuple(asked))

    def apply(self, plan: Plan) -> list[Path]:
        """Write the new and the changed records; the files."""
        files = []
        for decision in plan.written:
            path = self._content / decision.proposal.path
            path.parent.mkdir(parents=True, exist_ok=True)
            unfinished = path.with_suffix(".part")
            unfinished.write_bytes(self._text(decision))
            os.replace(unfinished, path)  # noqa: PTH105 - says that it replaces
            files.append(path)
        return files

    def _read_present(self) -> dict[str, dict[str, Any]]:
        """Every record of a kind that can be imported, by the path of its file below the content folder."""
        folders = {str(kind.folder) for kind in KINDS.values()}
        return {
            f"{file.kind.folder}/{file.slug}.yaml": read(read_bytes(file.path, MOST_BYTES))
            for file in find(self._content).files
            if file.kind.folder in folders
        }

    def _sound(self, proposal: Proposal, source: Source) -> tuple[Proposal, list[str]]:
        """The proposal without the values that its schema refuses, and what is wrong with each.

        One that cannot do without them stays as it is, and will be refused.
        """
        checker, groups = self._checkers[proposal.kind], fact_groups(self._schemas[proposal.kind])
        present = self._present.get(proposal.path, {})
        findings = checker.findings({**present, **_sourced(proposal.record, source, groups)})
        if not findings:
            return proposal, []
        sound = checker.without(dict(proposal.record) | {PROVENANCE: [source.provenance(["identity"])]}, findings)
        if sound is None or any(finding.where[:1] == (PROVENANCE,) for finding in findings):
            return proposal, []
        record = {name: value for name, value in sound.items() if name != PROVENANCE or PROVENANCE in proposal.record}
        return replace(proposal, record=record), [f"{proposal.origin}: {sentence(each)}" for each in findings]

    def _decided(self, proposal: Proposal, source: Source, alike: Likenesses) -> tuple[str, Decision]:
        groups = fact_groups(self._schemas[proposal.kind])
        present = self._present.get(proposal.path)
        if present is None:
            like = alike.of(proposal.record)
            if like is not None:
                reason = f"{like.path} may be the same: {like.reason}."
                return "doubtful", Decision(proposal=proposal, reasons=(reason,))
            alike.add(f"{proposal.path}, from {proposal.origin},", proposal.record)
            return "new", Decision(proposal=proposal, record=_sourced(proposal.record, source, groups))
        fields = _differences(present, proposal.record)
        if not fields:
            return "same", Decision(proposal=proposal)
        if any("confirmed_on" in each for each in present[PROVENANCE]):
            reason = "Those who run it have confirmed the record, so it stays as it is."
            return "kept", Decision(proposal=proposal, fields=fields, reasons=(reason,))
        record = _merged(present, proposal.record, fields, source, groups)
        return "changed", Decision(proposal=proposal, record=record, fields=fields)

    def _vanished(self, seen: Mapping[str, Proposal], source: Source) -> tuple[str, ...]:
        """Records that once came from the source and are not in it any more; of the kinds that it has now."""
        folders = {str(KINDS[proposal.kind].folder) for proposal in seen.values()}
        return tuple(
            path
            for path, record in sorted(self._present.items())
            if path not in seen
            and path.partition("/")[0] in folders
            and any(each["source"] == source.name for each in record[PROVENANCE])
        )

    def _text(self, decision: Decision) -> bytes:
        """The file of the record that is to be written."""
        schema = self._schemas[decision.proposal.kind]
        path = self._content / decision.proposal.path
        record = dict(decision.record or {})
        return rewritten(path.read_bytes(), record, schema) if path.exists() else laid_out(record, schema)


def _fault_of_name(proposal: Proposal, seen: Mapping[str, Proposal]) -> str | None:
    """Why a record cannot have the name of the proposal; None where it can."""
    if not SLUG.fullmatch(proposal.slug) or len(proposal.slug) > LONGEST_SLUG:
        return "No file name can be made of its name: that takes letters a to z or digits."
    other = seen.get(proposal.path)
    return None if other is None else f"It would have the same file as {other.origin}; give one of them another name."


def _differences(present: Mapping[str, Any], proposed: Mapping[str, Any]) -> tuple[FieldChange, ...]:
    """The properties of the proposal that the present record states otherwise, or not at all; but for provenance."""
    return tuple(
        FieldChange(name, present.get(name), value)
        for name, value in proposed.items()
        if name != PROVENANCE and _comparable(present.get(name)) != _comparable(value)
    )


def _comparable(value: Any) -> Any:  # noqa: ANN401 - a JSON value
    """The value with numbers as texts, as a year may be written either way."""
    if isinstance(value, dict):
        return {name: _comparable(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_comparable(each) for each in value]
    return value if value is None else str(value)


def _sourced(record: Mapping[str, Any], source: Source, groups: Mapping[str, str]) -> dict[str, Any]:
    """The record with where its facts come from, unless it says so itself."""
    if PROVENANCE in record:
        return dict(record)
    held = list(dict.fromkeys(groups[name] for name in record if name in groups))
    return {**record, PROVENANCE: [source.provenance(held)]}


def _merged(
    present: Mapping[str, Any],
    proposed: Mapping[str, Any],
    fields: Iterable[FieldChange],
    source: Source,
    groups: Mapping[str, str],
) -> dict[str, Any]:
    """The present record with the fields that change; their groups of facts are from the source now."""
    merged = {**present, **{field.name: field.after for field in fields}}
    if PROVENANCE in proposed:
        return {**merged, PROVENANCE: proposed[PROVENANCE]}
    theirs = list(dict.fromkeys(groups[field.name] for field in fields if field.name in groups))
    kept = []
    for each in present[PROVENANCE]:
        facts = [group for group in each["facts"] if group not in theirs]
        if each["source"] == source.name:
            theirs = list(dict.fromkeys((*facts, *theirs)))
        elif facts:
            kept.append({**each, "facts": facts})
    return {**merged, PROVENANCE: [*kept, source.provenance(theirs)] if theirs else kept}
