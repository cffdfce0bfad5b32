"""Sentences in which a text speaks of itself: 以下は…を整理したものです, 本章では…を検討する, 次の表は…を示す.

They announce what the text holds; nothing in them happened. So does a heading that only names what stands under it (主な動き, 経緯一覧).
"""

import re

from keii.coding.scene import Scene

_PART = (r"(?:以下(?:で|に|の|は|、)|以上(?:が|の|は)|次に|次の(?:表|図|節|章|とおり|通り)|[下上右左]の(?:表|図)|[上下前次]?表(?:[0-9]+)?[はにの]"
         r"|図(?:[0-9]+)?[はにの]|本(?:稿|章|節|書|論文?|報告書?|資料|項|レポート|まとめ|年表)|この(?:章|節|稿|表|年表|資料|まとめ)"
         r"|前(?:章|節|項|稿)|後(?:章|段)|第[0-9一二三四五六七八九十]+[章節](?:で|は|に)|ここで(?:は|、)|筆者(?:は|が))")
_TOLD = (r"(?:整理|検討|紹介|概観|分析|考察|列挙|説明|詳述|後述|前述|上述|例示|引用|抜粋|要約|略述|検証|比較|確認)"
         r"(?:し(?:た(?:もの|い)|ておく|てみる|ていく|ている|て|、)|する|したい|しよう)")
_SHOWN = (r"(?:まとめ|取り上げ|述べ|見|振り返|たど|扱|論じ|掲げ|挙げ|示|記)"
          r"(?:て(?:いく|みる|おく|みよう|みたい)|た(?:もの|い)|る|った(?:もの)?|す|した(?:もの)?)")
_ANNOUNCES = re.compile(rf"[\s　・○●]*(?:[^。]{{0,12}}、)?{_PART}[^。]{{0,160}}(?:{_TOLD}|{_SHOWN})[^。]{{0,12}}。?$")
_REFERS = re.compile(r"(?:については|に関しては|は)[^。]{0,10}(?:後述|前述|上述|詳述|次節|次章)"
                     r"(?:する|の(?:とおり|通り)|した(?:とおり|通り)?|で(?:述べ|扱|検討)[^。]{0,6})。?$")
_NAMES = re.compile(r"(?:主な[^。、]{1,14}|概要|経緯一覧|一覧|年表|要点|まとめ|あらまし|関連年表|ポイント|整理)(?:（[^）]*）|\([^)]*\))?$")


def speaks(scene: Scene) -> bool:
    """Whether the sentence only says what the text, or a part of it, holds."""
    words = scene.text[scene.sentence.start : scene.sentence.end].strip()
    if scene.block.kind == "heading":
        return bool(_NAMES.search(words))
    return bool(_ANNOUNCES.match(words) or _REFERS.search(words))
