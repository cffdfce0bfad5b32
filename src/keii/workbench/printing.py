"""A Word file into PDF through LibreOffice, where it is installed: a child process with its own profile and a limit of time."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from keii.errors import KeiiError, UsageError

_PROGRAMS = ("soffice", "libreoffice")
_SECONDS = 180


def pdf(docx: bytes) -> bytes:
    """The PDF of a Word file. Raises UsageError where LibreOffice is not installed, KeiiError where it makes none."""
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise UsageError("usage.no_soffice")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        source = place / "report.docx"
        source.write_bytes(docx)
        asked = [program, "--headless", "--norestore", f"-env:UserInstallation={(place / 'profile').as_uri()}",
                 "--convert-to", "pdf", "--outdir", folder, str(source)]
        try:
            subprocess.run(asked, check=True, capture_output=True, timeout=_SECONDS, cwd=folder)
            return (place / "report.pdf").read_bytes()
        except (subprocess.SubprocessError, OSError) as error:
            raise KeiiError("pdf.failed", reason=type(error).__name__) from error
