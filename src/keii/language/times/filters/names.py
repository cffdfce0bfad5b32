"""Names that hold a time: events, places, regimes, anniversaries, newspapers, 日 as Japan."""

import re

from keii.language.times.filters.around import Around

_EVENT = re.compile("革命|王政|テーゼ|蜂起|会(?![談見議合期員場社食計])|(?:民主)?抗争|(?:民主)?闘争(?=の|を|が|で)|人形|病")
_CRISIS = re.compile("危機|事変|政変|クーデター|動乱|暴動|事件|大虐殺|作戦(?!会議)")
_PLACE = re.compile("市(?!場|民|内|長)|町|区|競技場|スタジアム|工場|広場|通り|大根|坊主|天下|三晩|酔い|戦争|草")


def name(around: Around) -> bool:
    """Names of events, places and things that hold a day or month.

    drop: 二月革命と四月テーゼ
    drop: 三日月の夜に四日市を発った
    drop: 平壌の5月1日競技場で公演
    drop: 四月会の集まり
    drop: 三日坊主に終わる
    drop: 第2節　六月危機
    keep: 三月の会談
    keep: 四月会議で決めた
    """
    if around.rule not in ("date.month", "date.day", "date.short"):
        return False
    if around.said.endswith("月"):
        return around.follows(_EVENT) or (around.rule == "date.month" and around.follows(_CRISIS))
    if not around.said.endswith("日"):
        return False
    kanji = not re.search("[0-9]", around.said)
    return around.follows(_PLACE) or (kanji and around.text.startswith(("月", "市場"), around.atom.end))


_NOT_YEARS = re.compile(
    "目(?!標|的|指|途|安|覚|立)|生(?![きまじ産活存])|次(?!いで|に)|制(?![裁限約度定])|債|物(?![価資])|組(?!織)|忌|祭|史|体制"
    "|談話|戦争|計画|戦略|構想|国債|保証|連用|問題(?=は|が|へ|を)|安保(?!理)|式|型(?=の)|選手|世代|草"
)
_SCHOOL = re.compile("(?:高校|中学|小学|中学校|小学校|学校|大学|大学院|学部|高専)$")
_TERM = re.compile("(?:懲役|禁固|禁錮|求刑|刑期|猶予)$")
_COUNTING = frozenset({"duration", "date.short", "date.year", "date.era"})


def counted_years(around: Around) -> bool:
    """Numbers of years that name a regime, a plan, a school year.

    drop: 55年体制と65年体制
    drop: 戦後70年談話を発表した
    drop: 1965年体制の見直し
    drop: 国防5ヵ年計画
    drop: 10年債の利回り、3年生の教室、30年戦争、3か月目
    drop: 高校2年の生徒
    keep: 65年の日韓条約（1965年）
    """
    if around.rule not in _COUNTING:
        return False
    if around.rule == "date.short" and _TERM.search(around.before(2)):
        return True  # 懲役2年6月 is a length
    if around.said.endswith("年"):
        return around.follows(_NOT_YEARS) or bool(_SCHOOL.search(around.before(3)))
    return around.rule == "duration" and around.after() == "目"


_SINCE = re.compile("(?:戦後|終戦|建国|創建|創立|創設|設立|結成|樹立|生誕|誕生|没後|死後|被爆|震災|正常化|停戦|休戦|解放|開戦|独立"
                    "|締結|結党|併合)$")


_MARKED = re.compile("談話|決議|(?:を|の)?(?:記念|節目|祝|祭|行事|式典|事業|年)"
                     "|を(?:機|迎え)|に(?:合わせ|当た|あた|際|向け|ちな)|とな|式|行事|事業|$|[、。]")


def anniversary(around: Around) -> bool:
    """So many years since something, as a milestone.

    drop: 戦後70年の節目
    drop: 建国70年を祝う
    drop: 国交正常化50年の記念行事
    keep: 戦後四十五年の損失について償う
    keep: 締結から3年間
    """
    return (around.rule == "duration" and around.said.endswith("年") and bool(_SINCE.search(around.before(4)))
            and around.follows(_MARKED))


_JAPAN = re.compile("日本(?:円|人|国|側|政府|語|酒|海|一|初|代表|列島|製|銀|の)")


def japan(around: Around) -> bool:
    """日 as Japan, after a number that counts something else.

    drop: 図1日朝交渉の構図
    drop: 表2日米韓の立場
    drop: 1日本円は約9ウォン
    keep: 12日朝、発射した（2018年6月）
    """
    if around.rule != "date.day":
        return False
    sign = around.text.find("日", around.atom.start)
    if _JAPAN.match(around.text, sign):
        return True
    return bool(re.search("[図表注章節項号]$", around.before())) and around.text[sign + 1 : sign + 2] in "本米朝韓中露ロソ"


_PAPERS = re.compile("毎[朝夕](?:新聞|』)|毎日(?:新聞|放送|社|フォーラム|グラフ|紙|系|電子|[』」]|[、・](?:読売|朝日|産経|日経|東京)|jp"
                     "|の(?:別|同|電子版|続報)?の?記事|によ(?:ると|れば)|は社説)")
_AMONG_PAPERS = re.compile("(?:朝日|読売|産経|日経|東京|[『「])[、・]?$")


def newspaper(around: Around) -> bool:
    """毎日 as the newspaper.

    drop: 毎日新聞が報じた
    drop: 朝日、毎日、読売の各紙
    drop: 『毎日』の社説
    drop: 毎日の別の記事によると
    keep: 毎日報道されている
    """
    return around.said in ("毎日", "毎朝", "毎夕") and bool(
        _PAPERS.match(around.text, around.atom.start) or _AMONG_PAPERS.search(around.before(4)))
