"""Lines of rows say what the document says: whole predicates, one subject once, what is spoken of with は."""

import pytest

from keii.settings import settings
from keii.workbench.extracting import Extractor

EXTRACTOR = Extractor(settings({}))


def _lines(tmp_path, text: str) -> list[str]:
    path = tmp_path / "told.txt"
    path.write_text(text, encoding="utf-8")
    (tmp_path / "told.meta.yaml").write_text("published: 2024-06-01\nkind: white-paper\norigin: JPN\n", encoding="utf-8")
    return [event.summary for event in EXTRACTOR.events(EXTRACTOR.read(path))]


@pytest.mark.parametrize(("text", "line"), [
    ("2022年5月、北朝鮮はかつてない頻度で弾道ミサイルを発射した。", "北朝鮮がかつてない頻度で弾道ミサイルを発射"),
    ("2016年2月7日、北朝鮮は弾道ミサイルを沖縄県の上空を越えて発射した。", "北朝鮮が弾道ミサイルを沖縄県の上空を越えて発射"),
    ("2019年2月28日、第2回米朝首脳会談は合意文書に署名しないまま終わった。", "第2回米朝首脳会談は合意文書に署名しないまま終わった"),
    ("対外面では、金正恩委員長が2018年3月に訪中し、習近平国家主席と会談した。", "対外面では、金正恩委員長が訪中、習近平国家主席と会談"),
    ("2002年 (平成14年) 9月17日、 小泉首相は朝鮮民主主義人民共和国 (以下 「北朝鮮」 という。) を訪れ、 金正日国防委員長と首脳会談を行った。",
     "小泉首相が朝鮮民主主義人民共和国を訪れ、金正日国防委員長と首脳会談を行った"),
    ("2019年8月6日朝早く、北朝鮮は弾道ミサイルを発射した。", "北朝鮮が弾道ミサイルを発射"),
    ("政府は1998年9月1日、国交正常化交渉の見合わせ、食糧支援の見合わせを決めた。", None),
])
def test_a_line_is_whole(tmp_path, text, line):
    lines = _lines(tmp_path, text)
    assert line in lines if line else not any("見合わせる" in told for told in lines)


def test_who_says_it_is_no_subject_of_what_is_said(tmp_path):
    text = "韓国軍合同参謀本部は、北朝鮮が2010年11月23日に延坪島を砲撃し、韓国側も応射したと明らかにした。"
    assert any(line.startswith("北朝鮮が") and "砲撃" in line for line in _lines(tmp_path, text))
    path = tmp_path / "told.txt"
    assault = next(event for event in EXTRACTOR.events(EXTRACTOR.read(path)) if event.action == "ASSAULT")
    assert assault.initiator == ("PRK",)


def test_who_stands_in_a_clause_of_time_does_not_act_behind_it(tmp_path):
    text = "2021年8月10日、米韓合同演習が始まると、北朝鮮との連絡線による呼出しに応じなくなった。"
    assert not any("米韓合同演習が" in line and "応じ" in line for line in _lines(tmp_path, text))
