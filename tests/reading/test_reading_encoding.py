"""Encodings: short and long Japanese texts are never mistaken."""

from pathlib import Path

import pytest

from keii.errors import UnreadableError
from keii.reading import read

TEXTS = [
    "首脳会談を打診した。",
    "金正日総書記は平壌で会見した。",
    "アジア",
    "合意（2002年9月17日）",
    "外相会談の概要。\r\n次官級協議は延期された。\r\n" * 40,
    "日朝",
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("cp932", "cp932"),
        ("euc_jp", "euc_jp"),
        ("iso2022_jp", "iso2022_jp"),
    ],
)
def test_decodes(tmp_path: Path, text: str, codec: str, name: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(codec))
    document = read(path)
    assert (document.text, document.encoding) == (text, name)


def test_newlines_are_untouched(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("一行\r\n二行\n三行\r四行\u2028𠮷野\u3099。".encode())
    assert read(path).text == "一行\r\n二行\n三行\r四行\u2028𠮷野\u3099。"


def test_windows_characters(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("①の合意～第Ⅲ章㈱髙橋".encode("cp932"))
    assert read(path).text == "①の合意～第Ⅲ章㈱髙橋"


def test_utf8_with_a_cut_end_is_read_with_a_flag(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(("会談は平壌で行われた。" * 60).encode()[:-2])
    assert "bytes-lost" in read(path).flags


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4,
        b"%PDF-1.7\n...",
        b"PK\x03\x04" + b"\x00" * 60,
        bytes(range(256)) * 20,
        b"\xff\xd8\xff\xe0" + b"\x01\x02" * 90,
    ],
)
def test_binary_files_are_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(UnreadableError) as error:
        read(path)
    assert error.value.key == "unreadable.binary"
    assert error.value.facts["file"] == str(path)
