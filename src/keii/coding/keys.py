"""What tells like events apart: 第五回, 決議2321, 火星15, GSOMIA, the name in a quotation."""

import re
import unicodedata

from keii.coding.numbers import number

_ORDINAL = re.compile(
    r"第\s?([0-9０-９]+|[一二三四五六七八九十百]+)\s?(回|次|期|号|軌道|段階)?"
    r"|([0-9０-９]+|[一二三四五六七八九十]+)\s?(?:回|度)目|(?:史上)?(初)(?:めて|の|となる)")
_RESOLUTION = re.compile(
    r"(?:決議(?:案)?|国連決議|安保理決議)(?:第)?\s?([0-9０-９]{3,4}|[一二三四五六七八九〇]{3,4})(?:号)?"
    r"|(?<![0-9])(1[78]\d\d|2[0-7]\d\d)号")
_NAME = re.compile(
    r"火星[・\-－]?\s?[0-9０-９]+[A-Zｱ-ﾝ]?|北極星\s?[0-9０-９]*|光明星\s?[0-9０-９]*|銀河\s?[0-9０-９]*|テポドン\s?[0-9０-９]*"
    r"|ノドン|ムスダン|スカッド|排他的経済水域|[A-Z]{3,8}")
_QUOTED = re.compile(r"[「『]([^「」『』]{2,14})[」』]")


def keys(text: str) -> tuple[str, ...]:
    """The marks of a stretch of text, normalised: `第5回`, `決議2321`, `火星15`, `閏日合意`. Sorted, without doubles."""
    found: set[str] = set()
    for match in _ORDINAL.finditer(text):
        figure = match[1] or match[3]
        if match[4]:
            found.add("初")
        elif figure:
            found.add(f"第{int(number(figure))}{'回' if match[3] else match[2] or ''}")
    for match in _RESOLUTION.finditer(text):
        figure = match[1] or match[2]
        found.add(f"決議{int(number(figure))}")
    for match in _NAME.finditer(text):
        found.add(re.sub(r"[\s・\-－]", "", unicodedata.normalize("NFKC", match[0])))
    found.update(match[1] for match in _QUOTED.finditer(text))
    return tuple(sorted(found))
