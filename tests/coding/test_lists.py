"""A list of actors is one subject: in the roles and in the line that tells the happening."""

import pytest
from made_events import coded


@pytest.mark.parametrize(("text", "line"), [
    ("自民党、社会党、朝鮮労働党の三党は1990年9月28日、共同宣言に署名した。", "自民党、社会党、朝鮮労働党の三党が共同宣言に署名"),
    ("2002年9月17日、小泉首相と金正日国防委員長は平壌宣言に署名した。", "小泉首相と金正日国防委員長が平壌宣言に署名"),
    ("1997年3月5日、韓国と北朝鮮、米国は四者会談の説明会を開いた。", "韓国と北朝鮮、米国が四者会談の説明会を開いた"),
])
def test_the_line_names_the_whole_list(text: str, line: str) -> None:
    assert [event.summary for event in coded(text)] == [line]
