"""`make serve` shows the site, follows changes of the records, and ends quietly."""

import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
FIRST_STEPS = ROOT / "tests" / "networks" / "first-steps"
PATIENCE = 60  # seconds; a busy computer is not a fault


def test_the_site_follows_a_change_until_it_is_ended(tmp_path: Path) -> None:
    network = shutil.copytree(FIRST_STEPS, tmp_path / "network")
    hub = network / "hubs" / "corner-house.yaml"
    heard = tmp_path / "heard"
    command = [sys.executable, str(ROOT / "scripts" / "serve.py"), "--content", str(network)]
    command += ["--output", str(tmp_path / "output")]
    with heard.open("w") as stream, subprocess.Popen(command, stdout=stream, stderr=subprocess.STDOUT) as server:
        said = heard.read_text
        wait_until(lambda: "Ctrl-C ends it." in said() or server.poll() is not None, said)
        address = next(word for word in said().split() if word.startswith("http://127.0.0.1:"))
        assert "Corner House" in page(f"{address}hubs/corner-house/")

        hub.write_text(hub.read_text(encoding="utf-8").replace("Corner House", "Corner Barn"), encoding="utf-8")
        wait_until(lambda: "Corner Barn" in page(f"{address}hubs/corner-house/"), said)

        hub.write_text("nmae: Corner House\n", encoding="utf-8")
        wait_until(lambda: "did you mean name?" in said(), said)
        assert "Corner Barn" in page(f"{address}hubs/corner-house/")

        server.send_signal(signal.SIGINT)
        assert server.wait(timeout=PATIENCE) == 0
    assert "Traceback" not in said()


def page(address: str) -> str:
    with urllib.request.urlopen(address, timeout=PATIENCE) as response:
        text: str = response.read().decode()
    return text


def wait_until(condition: Callable[[], bool], said: Callable[[], str]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, said()
        time.sleep(0.1)
