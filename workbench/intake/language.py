"""A small and honest guess of a text's language: by its commonest words, else by its script.

It names a language only where the evidence is clear, and says nothing otherwise: a wrong language
chooses a wrong model, an unknown one asks.
"""

import re
import unicodedata
from collections import Counter

_SAMPLE = 20_000
_SCRIPT_SAMPLE = 2_000
_ENOUGH_WORDS = 6
_ENOUGH_SHARE = 0.08
_MARGIN = 1.4
_WORD = re.compile(r"[^\W\d_]+")

_COMMON = {
    "en": "the of and to in that is was for on with as by it at from has have he she said not are",
    "de": "der die das und in den von zu mit ist nicht sich des auf für dem ein eine auch im",
    "fr": "le la les de des et du en un une est que qui dans pour sur pas au par plus il ne aux",
    "es": "el la los las de y en que un una por con para se del es su al no más como fue ha",
    "it": "il la di che e in un una per con non del della è si le dei al da sono gli nel alla",
    "pt": "o a os as de e que do da em um uma para com não no na por dos das se ao foi mais é",
    "nl": "de het een van en in is dat op te voor met zijn die niet aan er ook door bij naar om",
    "sv": "och att det i en som på är av för med den till inte har de ett om var han från",
    "da": "og at det i en som på er af for med den til ikke har de et om var han fra blev",
    "pl": "w i na z do się nie że jest to o przez jak po dla od oraz który są za był ale",
    "cs": "a v se na je že s z do o i to k za by pro ve po jsou od ale jako který byl",
    "hu": "a az és hogy nem is egy volt meg ez de csak el már mint szerint még van ki",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi sonra kadar en ne olduğu dedi",
    "ru": "в и на не что с по как из за он от это для к его было но о до также был",
    "uk": "в і на не що з та за до як у від це для його є було але про під також був",
}
_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_SCRIPTS = {
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "GREEK": "el",
    "HEBREW": "he",
    "THAI": "th",
    "CJK": "zh",
}


def guess_language(text: str) -> str:
    """The ISO 639-1 code of a text's language; empty where it is not clear."""
    sample = text[:_SAMPLE]
    return _by_script(sample[:_SCRIPT_SAMPLE]) or _by_words(sample)


def _by_script(sample: str) -> str:
    """The language of a script that one language alone is written in, if it makes up the text."""
    letters = [character for character in sample if character.isalpha()]
    counts = Counter(_script(character) for character in letters if character > "\u024f")
    if not counts or sum(counts.values()) * 2 < len(letters):
        return ""
    # Japanese is mixed: one kana in ten letters already tells it from Chinese.
    if counts["ja"] * 10 > len(letters):
        return "ja"
    language, count = counts.most_common(1)[0]
    return language if count * 2 > len(letters) else ""


def _script(character: str) -> str:
    """The language that a letter's script belongs to; empty for shared scripts."""
    return _SCRIPTS.get(unicodedata.name(character, "").split(" ")[0].split("-")[0], "")


def _by_words(sample: str) -> str:
    """The language whose commonest words are clearly the most frequent."""
    words = Counter(_WORD.findall(sample.casefold()))
    scores = Counter({name: sum(words[word] for word in common) for name, common in _WORDS.items()})
    (best, hits), (_, second) = scores.most_common(2)
    enough = hits >= _ENOUGH_WORDS and hits >= _ENOUGH_SHARE * words.total()
    return best if enough and hits >= _MARGIN * second else ""
