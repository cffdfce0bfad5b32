"""Acts that undo each other: what tells that a ship was barred tells nothing of when it was let in again."""

from keii.values.question import Term

_PAIRS = (
    ("再開 復帰 復活 解禁 許可 容認", "禁止 中断 停止 中止 打ち切 凍結 拒否 拒み"),
    ("開始 始ま 始め 着手 着工 稼働 発足 誕生 成立 樹立", "終了 終わ 終え 終結 停止 中止 中断 打ち切 凍結 退陣 崩壊 総辞職"),
    ("指定 認定", "解除 取り消 取消 撤回"),
    ("解除 撤廃 緩和 免除", "発動 強化 延長 科し 科す 課し 課す 追加"),
    ("設置 設立 発足 創設 結成 開設", "解体 廃止 解散 閉鎖 廃絶"),
    ("加盟 加入 復帰 批准", "脱退 離脱 除名"),
    ("就任 就い 選出 登板", "辞任 退任 解任 罷免 更迭 失脚"),
    ("解放 釈放 帰国 帰還 返還", "拘束 抑留 拘禁 連行 逮捕 拿捕 没収"),
    ("受け入れ 受諾 応じ 承諾 同意", "拒否 拒絶 拒み 断っ 断り 退け"),
    ("参加 出席 合流", "不参加 欠席 ボイコット 離脱"),
    ("上陸 入国 来日 入境", "出国 離日 退去 追放"),
    ("増額 拡大 増や 増加", "減額 縮小 減ら 減少 削減"),
    ("締結 調印 署名 発効", "破棄 失効 廃棄 無効"),
    ("開放 開通 再開通", "閉鎖 封鎖 遮断"),
)
_SIDES = tuple((frozenset(one.split()), frozenset(other.split())) for pair in _PAIRS for one, other in (pair, pair[::-1]))


def undone(core: Term, text: str) -> bool:
    """Whether a text names no form of an act, but one that undoes it."""
    if any(part in text for form in core.forms for part in form.split("+")[-1:]):
        return False
    words = {core.label, *core.forms}
    against = {other for one, others in _SIDES if not one.isdisjoint(words) for other in others}
    return any(word in text for word in against - words)
