"""Building: what is written, what is reused, and what is said when it cannot be done."""

import fcntl
import hashlib
import itertools
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from hubatlas_site.stamps import CLOCK_STEP_NANOSECONDS
from tests.site.conftest import PROJECT, TODAY, Bench, files

HASH_LENGTH = hashlib.sha256().digest_size


def inodes(folder: Path) -> dict[str, int]:
    return {path.relative_to(folder).as_posix(): path.stat().st_ino for path in folder.rglob("*") if path.is_file()}


def write_again(path: Path, text: str) -> None:
    path.unlink()
    path.write_text(text, encoding="utf-8")


def test_site_has_a_page_for_every_record_and_says_what_it_was_built_from(bench: Bench) -> None:
    site = bench.built()
    for kind in ("hubs", "services", "organisations"):
        for record in (bench.content / kind).glob("*.yaml"):
            assert f"{kind}/{record.stem}/index.html" in site
    assert json.loads((bench.output / "build.json").read_text(encoding="utf-8"))["date"] == TODAY


def test_plain_pelican_builds_the_same_site(bench: Bench, tmp_path: Path) -> None:
    environment = {**os.environ, "NETWORK": str(bench.content), "HUBATLAS_TODAY": TODAY}
    pelican = [
        sys.executable,
        "-m",
        "pelican",
        "-s",
        "pelicanconf.py",
        "--fatal",
        "warnings",
        "-o",
        str(tmp_path / "p"),
    ]
    done = subprocess.run(pelican, capture_output=True, text=True, check=False, cwd=PROJECT, env=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    assert files(tmp_path / "p") == bench.built()


def test_plain_pelican_renews_a_site_in_place(bench: Bench) -> None:
    environment = {**os.environ, "NETWORK": str(bench.content), "HUBATLAS_TODAY": TODAY}
    pelican = [sys.executable, "-m", "pelican", "-s", "pelicanconf.py", "--fatal", "warnings", "-o", str(bench.output)]
    subprocess.run(pelican, capture_output=True, check=True, cwd=PROJECT, env=environment)
    (bench.output / "notes.txt").write_text("not the build's", encoding="utf-8")
    gone = bench.record("organisations/")
    shutil.move(gone, gone.with_name("another-trust.yaml"))
    for record in bench.content.rglob("*.yaml"):
        record.write_text(record.read_text(encoding="utf-8").replace(gone.stem, "another-trust"), encoding="utf-8")
    subprocess.run(pelican, capture_output=True, check=True, cwd=PROJECT, env=environment)
    renewed = files(bench.output)
    assert renewed.pop("notes.txt")
    shutil.rmtree(bench.output)
    assert renewed == bench.built()


def test_nothing_in_the_content_folder_is_copied_or_read_by_pelican(bench: Bench, tmp_path: Path) -> None:
    before = bench.built()
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    summary = "summary: '[x]({attach}../secret.txt) {filename}/../secret.txt'"
    hub = bench.record("hubs/")
    lines = hub.read_text(encoding="utf-8").splitlines()
    text = "\n".join(summary if line.startswith("summary:") else line for line in lines)
    hub.write_text(text + "\n", encoding="utf-8")
    assert before.keys() == bench.built().keys()
    assert not any("secret.txt" in path.name for path in bench.output.rglob("*"))


def test_second_build_does_nothing(bench: Bench) -> None:
    time.sleep(2 * CLOCK_STEP_NANOSECONDS / 1e9)  # records copied just before a build would be looked at again
    bench.built()
    before = inodes(bench.output)
    done = bench.build()
    assert done.returncode == 0
    assert "Nothing has changed" in done.stdout
    assert inodes(bench.output) == before


def test_build_that_has_waited_for_another_leaves_the_newest_site(bench: Bench) -> None:
    bench.built()
    newest = bench.built(today="2026-12-02")
    record = bench.record("hubs/")
    written = record.stat()
    record.touch()
    others = os.open(bench.output.parent, os.O_RDONLY | os.O_DIRECTORY)
    fcntl.flock(others, fcntl.LOCK_EX)
    waiting = subprocess.Popen(bench.command(today="2026-12-02"), stderr=subprocess.PIPE, stdout=subprocess.DEVNULL)
    assert waiting.stderr is not None
    assert b"Waiting" in waiting.stderr.readline()
    os.utime(record, ns=(written.st_atime_ns, written.st_mtime_ns))  # as if the other had built what was changed
    os.close(others)
    waiting.communicate()
    assert waiting.returncode == 0
    assert files(bench.output) == newest


def test_changed_record_changes_only_what_shows_it(bench: Bench) -> None:
    before = bench.built()
    old = inodes(bench.output)
    hub = bench.change_a_record()
    after = bench.built()
    changed = {name for name in after if before.get(name) != after[name]}
    assert f"hubs/{hub.stem}/index.html" in changed
    assert before.keys() == after.keys()
    assert len(changed) < len(after) / 2
    new = inodes(bench.output)
    assert all(old[name] == new[name] for name in after if name not in changed), "an unchanged file was written again"


def test_build_after_changes_equals_a_build_from_nothing(bench: Bench) -> None:
    bench.built(today="2026-11-30")
    bench.change_a_record()
    bench.built()
    bench.change_a_record(folder="services")
    bench.change_a_record(folder="organisations")
    max((bench.content / "services").iterdir()).unlink()
    changed = bench.built()
    shutil.rmtree(bench.cache)
    shutil.rmtree(bench.output)
    assert changed == bench.built()


def test_file_that_somebody_damaged_is_made_again(bench: Bench) -> None:
    before = bench.built()
    (bench.output / "index.html").write_text("damaged", encoding="utf-8")
    (bench.output / "hubs" / "index.html").unlink()
    (bench.output / "extra.html").write_text("not ours", encoding="utf-8")
    assert bench.built() == before


def test_site_that_is_read_while_it_is_replaced_stays_whole(bench: Bench) -> None:
    bench.built()
    with (bench.output / "index.html").open("rb") as reader:
        before = (bench.output / "index.html").read_bytes()
        bench.built(today="2027-03-01")
        assert reader.read() == before
    assert (bench.output / "index.html").read_bytes() != before


def spoil(path: Path, damage: str) -> None:
    """Damage a file that a build keeps for the next one."""
    body = path.read_bytes()
    match damage:
        case "emptied":
            path.write_bytes(b"")
        case "cut short":
            path.write_bytes(body[: len(body) // 2])
        case "one bit":
            path.write_bytes(body[:-1] + bytes([body[-1] ^ 1]))
        case "replaced by noise":
            path.write_bytes(os.urandom(len(body)))
        case "replaced by folders":
            path.unlink()
            path.mkdir()
        case _:
            path.unlink()


def test_damaged_cache_changes_nothing(bench: Bench) -> None:
    days = itertools.cycle(("2026-12-02", TODAY))
    expected = {day: bench.built(today=day) for day in itertools.islice(days, 2)}
    damages = ("emptied", "cut short", "one bit", "replaced by noise", "replaced by folders", "gone")
    for turn in range(len(damages) // 2):  # each file is damaged in half of all ways, its neighbours in the others
        kept = sorted(path for path in bench.cache.rglob("*") if path.is_file() and "spare" not in path.parts)
        for number, path in enumerate(kept):
            spoil(path, damages[(number + 2 * turn) % len(damages)])
        day = next(days)
        assert bench.built(today=day) == expected[day], f"the damage of turn {turn} changes the site"


def test_damaged_spare_site_changes_nothing(bench: Bench) -> None:
    bench.built()
    expected = bench.built(today="2026-12-02")
    bench.built()
    (spare,) = bench.cache.glob("sites/*/spare")
    for number, path in enumerate(sorted(path for path in spare.rglob("*") if path.is_file())):
        if number % 3 == 0:
            write_again(path, "damaged")
        elif number % 3 == 1:
            path.unlink()
    (spare / "hubs" / "stray.html").write_text("stray", encoding="utf-8")
    shutil.rmtree(spare / "services")
    (spare / "services").write_text("a file where a folder should be", encoding="utf-8")
    (spare / "sitemap.xml").unlink(missing_ok=True)
    (spare / "sitemap.xml").mkdir()
    assert bench.built(today="2026-12-02") == expected


def test_cache_of_another_version_of_the_code_is_not_used(bench: Bench) -> None:
    bench.built()
    for name in ("manifest", "records"):
        (kept,) = bench.cache.glob(f"sites/*/{name}")
        body = kept.read_bytes()[HASH_LENGTH:]
        kept.write_bytes(hashlib.sha256(b"another version" + body).digest() + body)
    expected = files(bench.output)
    bench.change_a_record()
    bench.built()
    assert files(bench.output).keys() == expected.keys()


def test_same_commit_and_date_give_the_same_bytes_wherever_and_however(
    tmp_path: Path, new_bench: Callable[[Path], Bench]
) -> None:
    surroundings = (
        {"PYTHONHASHSEED": "0", "TZ": "Pacific/Auckland", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "1", "TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8"},
        {"PYTHONHASHSEED": "2", "TZ": "UTC", "LC_ALL": "tr_TR.UTF-8"},
    )
    sites = []
    for number, environment in enumerate(surroundings):
        bench = new_bench(tmp_path / f"{number}" / ("deep/" * number))
        records = sorted(bench.content.rglob("*.yaml"), reverse=bool(number))
        texts = [(path, path.read_bytes()) for path in records]
        shutil.rmtree(bench.content)
        for path, text in texts:  # written in another order, with other times
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text)
        sites.append(bench.built(**environment))
    assert all(one == other for one, other in itertools.pairwise(sites))


def test_no_file_says_where_it_was_built(bench: Bench) -> None:
    bench.built()
    for path in bench.output.rglob("*"):
        if path.is_file():
            assert str(bench.content.parent).encode() not in path.read_bytes(), path
            assert str(PROJECT).encode() not in path.read_bytes(), path


def test_invalid_records_are_all_reported_and_the_old_site_stays(bench: Bench) -> None:
    before = bench.built()
    hub = bench.change_a_record()
    hub.write_text(hub.read_text(encoding="utf-8").replace("kind: ", "kidn: "), encoding="utf-8")
    service = bench.record("services/")
    service.write_text(service.read_text(encoding="utf-8").replace("status: active", "status: busy"), encoding="utf-8")
    done = bench.build()
    assert done.returncode == 1
    assert done.stdout == ""
    assert f"{hub.parent.name}/{hub.name}:2:1: " in done.stderr
    assert f"{service.parent.name}/{service.name}:2:" in done.stderr
    assert "did you mean" in done.stderr.lower()
    assert done.stderr.rstrip().splitlines()[-1].endswith("problems found; nothing was written.")
    assert "Traceback" not in done.stderr
    assert files(bench.output) == before


def test_plain_pelican_reports_invalid_records_without_a_traceback(bench: Bench, tmp_path: Path) -> None:
    hub = bench.record("hubs/")
    hub.write_text("name: x\n", encoding="utf-8")
    environment = {**os.environ, "NETWORK": str(bench.content), "HUBATLAS_TODAY": TODAY}
    pelican = [
        sys.executable,
        "-m",
        "pelican",
        "-s",
        "pelicanconf.py",
        "--fatal",
        "warnings",
        "-o",
        str(tmp_path / "p"),
    ]
    done = subprocess.run(pelican, capture_output=True, text=True, check=False, cwd=PROJECT, env=environment)
    assert done.returncode == 1
    assert f"{hub.name}:1:1: " in done.stderr
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("output", "message"),
    [
        ("content", "holds or lies in what it is made from"),
        ("content/site", "holds or lies in what it is made from"),
        (".", "holds or lies in what it is made from"),
        ("file.txt", "that is a file"),
        ("photos", "holds other files"),
    ],
)
def test_site_is_never_written_over_other_things(bench: Bench, output: str, message: str) -> None:
    folder = bench.content.parent
    (folder / "file.txt").write_text("mine", encoding="utf-8")
    (folder / "photos").mkdir()
    (folder / "photos" / "cat.jpg").write_bytes(b"mine")
    before = files(folder)
    done = subprocess.run(
        [*bench.command(), "--output", str(folder / output)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert message in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert files(folder) == before


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [("--today", "tomorrow", "should look like 2026-12-01"), ("--content", "nowhere", "There is no folder")],
)
def test_wrong_option_is_explained_in_one_line(bench: Bench, option: str, value: str, message: str) -> None:
    done = subprocess.run([*bench.command(), option, value], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert message in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_date_is_that_of_the_newest_commit_of_the_records(bench: Bench) -> None:
    git = ["git", "-C", str(bench.content.parent), "-c", "user.name=x", "-c", "user.email=x@example.org"]
    moment = {"GIT_COMMITTER_DATE": "2026-07-01T23:30:00+00:00", "GIT_AUTHOR_DATE": "2020-01-01T00:00:00+00:00"}
    subprocess.run([*git, "init", "-q"], check=True)
    subprocess.run([*git, "add", "content"], check=True)
    subprocess.run([*git, "commit", "-q", "-m", "Records"], check=True, env={**os.environ, **moment})
    commit = subprocess.run([*git, "rev-parse", "HEAD"], check=True, capture_output=True, text=True).stdout.strip()
    command = bench.command()
    command = command[: command.index("--today")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=dict(bench.environment))
    assert done.returncode == 0, done.stderr
    build = json.loads((bench.output / "build.json").read_text(encoding="utf-8"))
    assert (build["commit"], build["date"]) == (commit, "2026-07-02")  # past midnight in London's summer


def test_fork_can_publish_under_its_own_address(bench: Bench) -> None:
    bench.built(HUBATLAS_SITE_ADDRESS="https://fork.example.org/atlas/")
    assert "https://fork.example.org/atlas/hubs/" in (bench.output / "sitemap.xml").read_text(encoding="utf-8")
    assert 'href="/atlas/' in (bench.output / "404.html").read_text(encoding="utf-8")


def test_fault_in_a_template_names_the_page_and_the_old_site_stays(bench: Bench) -> None:
    before = bench.built()
    project = bench.cache.parent / "project"
    shutil.copytree(PROJECT / "theme", project / "theme")
    for name in ("schema", "plugins", "node_modules", "package-lock.json", "requirements.txt", "pelicanconf.py"):
        (project / name).symlink_to(PROJECT / name)
    template = project / "theme" / "templates" / "pages" / "hub.html"
    template.write_text(template.read_text(encoding="utf-8") + "{% block extra %}{% endblock %}{{", encoding="utf-8")
    code = (
        "import sys; from dataclasses import replace; from pathlib import Path\n"
        "from hubatlas_site.building import build_beside; from hubatlas_site.order import BuildError, place_order\n"
        "content, output, cache, project = map(Path, sys.argv[1:])\n"
        "try: build_beside(replace(place_order(content, output, '2026-12-02', cache), project=project))\n"
        "except BuildError as error: sys.exit(str(error))"
    )
    places = map(str, (bench.content, bench.output, bench.cache, project))
    done = subprocess.run(
        [sys.executable, "-c", code, *places],
        capture_output=True,
        text=True,
        check=False,
        env={**bench.environment, "PYTHONPATH": str(PROJECT / "plugins")},
    )
    assert done.returncode == 1
    assert done.stderr.startswith("The page /hubs/"), done.stderr
    assert "could not be made: pages/hub.html, line " in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert files(bench.output) == before


def test_somebody_at_a_terminal_sees_what_is_going_on(bench: Bench) -> None:
    ours, theirs = os.openpty()
    process = subprocess.Popen(bench.command(), stdout=subprocess.DEVNULL, stderr=theirs)
    os.close(theirs)
    shown = ""
    with suppress(OSError), os.fdopen(ours, errors="replace", newline="") as terminal:  # ends in an error on Linux
        while part := terminal.read(1):
            shown += part
    assert process.wait() == 0
    assert "Records ..." in shown
    assert "Pages of kind hub: 0 ..." in shown
    assert shown.endswith("\033[K"), "the last message is left standing"
