"""Links and addresses on the web. Public sites never get here (``kept.yml``)."""

from __future__ import annotations

from tryggsamtale.border.characters import KEPT, MASK
from tryggsamtale.border.recognisers.base import Recogniser, pattern

# Endings that are Norwegian words too («hjem.me», «far.de») count only with a path behind.
_SAFE_TLD = (r"(?:no|com|net|org|info|io|gg|eu|co|uk|dk|fi|nu|tv|biz|app|xyz|chat|social|online|site|blog|club|pl|ru|lt"
             r"|lv|ee|nl|fr|link|page|live|shop|world)")
_ANY_TLD = r"[a-z]{2,12}"
_LABELS = r"(?:[^\W_](?:[\w-]{0,60}[^\W_])?\.){1,5}"
_END = rf"[^\s.,;:!?)\]}}»”\"'>{MASK}{KEPT}]"
_REST = rf"[^\s»”\">{MASK}]{{0,300}}{_END}"
_PATH = rf"[/?#](?:{_REST})?"

url = Recogniser("URL", (
    pattern(rf"(?<!\w)(?:h..ps?|ftp)s?://{_REST}/?", 0.97, cues=("://",)),
    pattern(rf"(?<!\w)www\.{_REST}/?", 0.96, cues=("www.",)),
    pattern(rf"(?<![\w@.-]){_LABELS}{_ANY_TLD}(?::\d+)?{_PATH}", 0.95, cues=("/", "?", "#")),
    pattern(rf"(?<![\w@.-]){_LABELS}{_SAFE_TLD}(?![\w@-]|\.\w)", 0.8, cues=(".",)),
    pattern(r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.]\d)", 0.8, digits=4),  # an IP address
))
