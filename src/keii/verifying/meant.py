"""The date for which something is agreed, decided or announced: 25日に行うことで合意."""

import re

from keii.values.fold import fold
from keii.verifying import dates
from keii.verifying.facets import Facets, Time

_FOR_THEN = re.compile(
    "(?:ごろ|頃)?(?:に|から|より|までに|付けで|をめどに|を目途に)[^。、]{0,30}?"
    "(?:(?:行[なう]う?|行う|開く|始める|持つ|送る|出す|帰す|返す|渡す|認める|終える|訪れる|迎える|(?:する|させる|れる|せる))"
    "(?:こと|よう|方針|計画|予定|考え|意向|日程|旨|と)|(?:の|を)(?:開催|実施|再開|訪問|開始|引き渡し|試験|運行)[^。、]{0,6}(?:で|に|を)(?:合意|一致|決|発表|約束|提案))"
    "[^。]{0,24}?(?:合意|一致|決[まめ定]|発表|約束|提案|表明|通告|伝え|明らか|求め|固め|調整|申し合わせ|調印|取り決め|予定)")


def instead(claim: Facets, time: Time, facets: Facets) -> str:
    """What date a passage has for what is agreed where the claim has another, of the same precision; "" where it has none, or more than one."""
    if not _FOR_THEN.match(fold(claim.text), time.end):
        return ""
    theirs = [one for one in facets.times if _FOR_THEN.match(fold(facets.text), one.end) and one.when.precision == time.when.precision]
    if len({one.when for one in theirs}) != 1 or dates.fit(time.when, theirs[0].when) != "differ":
        return ""
    return theirs[0].when.edtf
