"""Has other libraries cut and read the texts of the corpus.

    cargo run --package score -- --texts > texts.jsonl
    python3 -m venv venv && venv/bin/pip install -r score/peers/requirements.txt
    venv/bin/pip install --no-deps -r score/peers/requirements-alone.txt
    venv/bin/python score/peers/compare.py texts.jsonl answers.jsonl [PEER...]
    cargo xtask corpus --peers answers.jsonl

The last line judges the answers by the rules that hold for Syrinx, and writes `corpus/peers.json`, which
`cargo xtask corpus --write` puts into `docs/text.md`. Each library is used as its own documentation has it, with
nothing set but the language. A text on which a library fails has no answer, and is wrong.
"""

import datetime
import functools
import importlib.metadata
import importlib.util
import itertools
import json
import logging
import sys
import types

# The folders of the corpus by the language's own code.
CODES = "ar de en es fr hi it ja ko nl pl pt ru tr zh".split()


def code(folder):
    """The language without its region."""
    return folder.split("-")[0]


def cuts(text, sentences):
    """The bytes before which the text is cut, whatever a library does to white space."""
    solid = [at for at, char in enumerate(text) if not char.isspace()]
    found, taken = [], 0
    for sentence in sentences:
        taken += sum(not char.isspace() for char in sentence)
        if 0 < taken < len(solid):
            found.append(len(text[: solid[taken]].encode()))
    return sorted(set(found))


def spans(text, borders):
    """The sentences between borders, which count characters."""
    borders = [0, *borders, len(text)]
    return [text[start:end] for start, end in zip(borders, borders[1:])]


class Peer:
    """A library: what it is called, the package whose version counts, and the codes of its languages."""

    def __init__(self, does, name, package, languages, make):
        self.does, self.name, self.package, self.languages = does, name, package, languages
        self.make = functools.cache(make)

    def answer(self, folder, text):
        return self.make(folder)(text)


def pysbd(folder):
    import pysbd

    return pysbd.Segmenter(language=code(folder), clean=False).segment


def sentencex(folder):
    import sentencex

    return lambda text: sentencex.segment(code(folder), text)


def syntok(_):
    from syntok import segmenter

    def sentences(text):
        return [
            "".join(token.spacing + token.value for token in sentence)
            for paragraph in segmenter.process(text)
            for sentence in paragraph
        ]

    return sentences


def blingfire(_):
    import blingfire

    return lambda text: blingfire.text_to_sentences(text).split("\n")


def spacy(folder):
    import spacy

    nlp = spacy.blank(code(folder))
    nlp.add_pipe("sentencizer")
    return lambda text: [sentence.text for sentence in nlp(text).sents]


def icu(folder, suppressions=""):
    import icu

    breaks = icu.BreakIterator.createSentenceInstance(icu.Locale(code(folder) + suppressions))

    def sentences(text):
        wide = icu.UnicodeString(text)
        breaks.setText(wide)
        borders = [0, *breaks]
        return [str(wide[start:end]) for start, end in zip(borders, borders[1:])]

    return sentences


def gruut(folder):
    import gruut

    tag = folder if folder.startswith("en") else code(folder)

    def read(text):
        return " ".join(sentence.text_spoken for sentence in gruut.sentences(text, lang=tag, phonemes=False))

    return read


def nemo(folder):
    from nemo_text_processing.text_normalization.normalize import Normalizer

    normalizer = Normalizer(input_case="cased", lang=code(folder), cache_dir="target/peers")
    return lambda text: normalizer.normalize(text, punct_post_process=True)


def wetext(folder):
    import wetext

    return wetext.Normalizer(lang=code(folder), operator="tn").normalize


def coqui(folder):
    # The packages around the cleaners do not start without PyTorch, which these do not use.
    for name in ("TTS", "TTS.tts", "TTS.tts.utils", "TTS.tts.utils.text"):
        if name not in sys.modules:
            package = types.ModuleType(name)
            package.__path__ = importlib.util.find_spec(name).submodule_search_locations
            sys.modules[name] = package
    from TTS.tts.utils.text import cleaners

    names = dict(en="english", fr="french", it="italian", pt="portuguese", zh="chinese_mandarin")
    return getattr(cleaners, names[code(folder)] + "_cleaners")


PEERS = [
    Peer("cuts", "sentencex", "sentencex", CODES, sentencex),
    Peer("cuts", "pySBD", "pysbd", "ar de en es fr hi it ja nl pl ru zh".split(), pysbd),
    Peer("cuts", "syntok", "syntok", "de en es".split(), syntok),
    Peer("cuts", "Bling Fire", "blingfire", CODES, blingfire),
    Peer("cuts", "spaCy's sentencizer", "spacy", [c for c in CODES if c not in ("ja", "ko")], spacy),
    Peer("cuts", "ICU", "PyICU", CODES, icu),
    Peer("cuts", "ICU (CLDR suppressions)", "PyICU", CODES, lambda folder: icu(folder, "@ss=standard")),
    # Its Russian gives many readings at once, none of them first.
    Peer("reads", "NeMo text processing", "nemo_text_processing", "ar de en es fr hi it ja ko pt zh".split(), nemo),
    # Its Arabic adds all vowels, which the readings of the corpus do not write.
    Peer("reads", "gruut", "gruut", "de en es fr it nl pt ru".split(), gruut),
    Peer("reads", "WeText", "wetext", "en ja zh".split(), wetext),
    Peer("reads", "Coqui TTS' cleaners", "coqui-tts", "en fr it pt zh".split(), coqui),
]


def answers(peer, cases):
    for case in cases:
        if code(case["folder"]) not in peer.languages:
            continue
        answer = {"folder": case["folder"], "text": case["text"]}
        try:
            said = peer.answer(case["folder"], case["text"])
            answer[peer.does] = cuts(case["text"], said) if peer.does == "cuts" else said
        except Exception as error:  # Whatever a library throws is its answer.
            print(f"{peer.name}, {case['folder']}: {type(error).__name__}", file=sys.stderr)
        yield answer


def head(peer):
    version = importlib.metadata.version(peer.package)
    if peer.package == "PyICU":
        import icu

        version = icu.ICU_VERSION
    day = datetime.date.today()
    return {"peer": peer.name, "version": version, "does": peer.does, "date": f"{day.day} {day:%B %Y}"}


def main(texts, out, *names):
    logging.disable(logging.CRITICAL)  # Some tell each text that they cannot read at length.
    with open(texts, encoding="utf-8") as lines:
        cases = [json.loads(line) for line in lines]
    with open(out, "w", encoding="utf-8") as file:
        for peer in PEERS:
            if names and peer.name not in names:
                continue
            for line in itertools.chain([head(peer)], answers(peer, cases)):
                print(json.dumps(line, ensure_ascii=False), file=file, flush=True)
            print(peer.name, file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
