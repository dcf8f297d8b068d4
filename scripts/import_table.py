"""Turns a spreadsheet into records: CSV or XLSX, by a small mapping file or by the template's own headings."""

from setup import ROOT, ensure

ensure("site")

import argparse
import sys
from pathlib import Path

from hubatlas.imports.planning import Planner
from hubatlas.imports.proposals import KINDS, Source
from hubatlas.imports.reporting import report
from hubatlas.imports.tables.mapping import MappingError, TableMapping, headed_mapping, read_mapping
from hubatlas.imports.tables.rows import proposals_of
from hubatlas.imports.tables.sheets import Table, TableError, read_table
from hubatlas.imports.tables.writing import export_records, write_template
from hubatlas.imports.trial import BrokenContentError

SCHEMA = ROOT / "schema"


def main() -> int:
    """Import a table, or write one; return 1 where a row could not be taken, or the files cannot be used."""
    arguments = _arguments()
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        if arguments.template:
            write_template(arguments.content, arguments.kind, SCHEMA, arguments.template)
            print(f"Wrote {arguments.template}. Fill it in, a row for each {arguments.kind}, then import it.")
            return 0
        if arguments.export:
            count = export_records(arguments.content, arguments.kind, SCHEMA, arguments.export)
            print(f"Wrote {count:,} rows to {arguments.export}.")
            return 0
        return _import(arguments)
    except (TableError, MappingError, BrokenContentError) as error:
        print(error, file=sys.stderr)
        if isinstance(error, BrokenContentError):
            print("Nothing was imported: put the records that are there right first.", file=sys.stderr)
        return 1


def _import(arguments: argparse.Namespace) -> int:
    table = read_table(arguments.table, arguments.sheet)
    mapping = _mapping(arguments, table)
    read = proposals_of(table, mapping, SCHEMA)
    planner = Planner(arguments.content, SCHEMA)
    plan = planner.plan(read.proposals, mapping.source, read.questions)
    if not arguments.dry_run:
        planner.apply(plan)
    print(report(plan, written=not arguments.dry_run), end="")
    if arguments.report:
        arguments.report.write_text(report(plan, written=not arguments.dry_run, most=None), encoding="utf-8")
    return int(bool(plan.refused))


def _mapping(arguments: argparse.Namespace, table: Table) -> TableMapping:
    if arguments.mapping:
        return read_mapping(arguments.mapping, table.headings, SCHEMA)
    source = Source(name=arguments.source or f"The table {arguments.table.name}", as_of=arguments.as_of)
    return headed_mapping(table.headings, arguments.kind, source, SCHEMA)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("table", nargs="?", type=Path, help="the CSV or XLSX file to import")
    parser.add_argument("--mapping", type=Path, help="the mapping file (not needed where headings are properties)")
    parser.add_argument("--kind", choices=tuple(KINDS), default="hub", help="what each row is, without a mapping")
    parser.add_argument("--sheet", help="the sheet of a workbook (default: the first)")
    parser.add_argument("--source", help="what the records name as their source, without a mapping")
    parser.add_argument("--as-of", help="the date that the table speaks for, such as 2026-10, without a mapping")
    parser.add_argument("--content", type=Path, default=Path("content"), help="the content folder (default: content)")
    parser.add_argument("--dry-run", action="store_true", help="say what would be done, and write nothing")
    parser.add_argument("--report", type=Path, help="write the whole report to a file as well")
    parser.add_argument("--template", type=Path, help="write a table to fill in instead, to this .csv or .xlsx file")
    parser.add_argument("--export", type=Path, help="write the records of a kind instead, to this .csv or .xlsx file")
    arguments = parser.parse_args()
    if not (arguments.table or arguments.template or arguments.export):
        parser.error("name a table to import, or --template or --export with a file to write")
    return arguments


if __name__ == "__main__":
    sys.exit(main())
