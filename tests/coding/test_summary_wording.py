"""What a line says of a real sentence: no cut words, no subject of another clause, no denial lost."""

import pytest
from made_events import coded


@pytest.mark.parametrize(("text", "line"), [
    ("北朝鮮は2016年から2017年にかけ、3回の核実験を強行した。", "北朝鮮が3回の核実験を強行"),
    ("2018年6月に行われた米朝首脳会談の後、両国は交渉を続けた。", "米朝首脳会談"),
    ("2013年9月17日、会談では工作船、植民地支配と補償、などが日朝間で話し合われた。", "会談では工作船、植民地支配と補償、などが日朝間で話し合われた"),
    ("2003年は大きな動きは見られなかったが、8月に日本側から家族の帰国を強く求めた。", "日本側から家族の帰国を強く求めた"),
    ("1994年7月に金日成主席は急死したが、10月に米国が軽水炉の建設を支援し、北朝鮮との合意文書に調印した。", "北朝鮮との合意文書に調印"),
])
def test_the_line_of_a_sentence(text, line):
    assert line in [event.summary for event in coded(text, kind="white-paper")]


def test_a_denial_stays_one():
    text = "2006年7月5日、日本政府は、万景峰号の入港を認めないと決めた。政府は、北朝鮮籍船舶の入港は引き続き認めていない。"
    lines = [event.summary for event in coded(text)]
    assert lines
    assert not [line for line in lines if line.endswith("認める")]


def test_to_go_on_doing_is_no_deed():
    assert all("引き続く" not in event.summary for event in coded("北朝鮮は、2010年も引き続き、ミサイルの発射を繰り返した。"))


@pytest.mark.parametrize(("text", "date", "line"), [
    ("2017年7月28日、北朝鮮は日本海へ7月4日に続き、弾道ミサイル1発を発射した。", "2017-07-04", "北朝鮮が日本海へ弾道ミサイルを発射"),
    ("北朝鮮は2006年、2009年に続いて3回目の核実験を2013年2月12日に実施した。", "2009", "北朝鮮が核実験を実施"),
    ("日本は2013年4月に続き10月にも制裁を延長した。", "2013-04", "日本が制裁を延長"),
])
def test_what_another_followed_is_told_without_the_day_and_the_count_of_that_other(text, date, line):
    told = {event.date: event.summary for event in coded(text)}
    assert told[date] == line
    assert len(told) > 1
