"""The National Diet Library's record of the Diet: speeches asked of its search API, kept as documents.

Source of the form of requests and answers: 国会会議録検索システム 検索用APIの仕様 (kokkai.ndl.go.jp/api.html), unit of
speeches (発言単位出力), JSON.
"""

from keii.sources.kokkai.answers import Page, Speech, page_of
from keii.sources.kokkai.filing import filed
from keii.sources.kokkai.harvest import Get, Watcher, harvest
from keii.sources.kokkai.query import Query

__all__ = ["Get", "Page", "Query", "Speech", "Watcher", "filed", "harvest", "page_of"]
