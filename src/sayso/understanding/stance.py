"""How a statement's content is put forward."""

from __future__ import annotations

import re

from sayso.records import Genre, Stance
from sayso.text.denials import is_denial, tells_of_denial
from sayso.understanding import stance_words as words

# What the words' verdict adds to the network's log-probability; chosen on the dev half of the gold set.
TRUST = 5.0
# Here the article's own voice judges and demands as a speaker does.
ARGUING: tuple[Genre, ...] = ("opinion", "release")
QUOTE_MARKS = "\"“”‘’'« »[]()"
# A full stop after a title or an initial ends nothing; fragments of one quotation are sentences of their own.
SENTENCE_END = re.compile(
    r"(?<!\b[A-Z]\.)(?<!Mr\.)(?<!Ms\.)(?<!Mrs\.)(?<!Dr\.)(?<!St\.)(?<!Sen\.)(?<!Gov\.)(?<!Rep\.)(?<!Gen\.)"
    r"(?<=[.!?…])[\"”']*\s+(?=[\"“'(\[]*[A-Z0-9])|[,.][\"”']+\s+(?=[\"“'])"
)
CONTRACTIONS = (
    (re.compile(r"\bwon't\b", re.IGNORECASE), "will not"),
    (re.compile(r"\bca(?:n't|nnot)\b", re.IGNORECASE), "can not"),
    (re.compile(r"n't\b", re.IGNORECASE), " not"),
    (re.compile(r"'ll\b", re.IGNORECASE), " will"),
    (re.compile(r"'re\b", re.IGNORECASE), " are"),
    (re.compile(r"'ve\b", re.IGNORECASE), " have"),
    (re.compile(r"\bI'm\b", re.IGNORECASE), "I am"),
    (re.compile(r"\blet's\b", re.IGNORECASE), "let us"),
    (re.compile(r"'s (?=(?:got|been)\b)", re.IGNORECASE), " has "),
    (re.compile(r"\b(it|that|he|she|there|this|here|what|who|where)'s\b", re.IGNORECASE), r"\1 is"),
    (re.compile(r"'d (?=(?:like|love|prefer|say|be|have|rather)\b)", re.IGNORECASE), " would "),
)
# A clause that opens a sentence and hangs on the main one.
OPENING_CLAUSE = re.compile(
    r"^(?:but |and |so |yet |that |even |just )*"
    r"(?:if|when|while|as|although|though|because|since|after|before|until|unless|once|given|despite|whenever)\b[^,]*, ",
    re.IGNORECASE,
)
# Shorter rests than this, in characters, are no main clause. Chosen by eye on the labels that stance_words names.
SHORTEST_REST = 12
SHORTEST_MAIN = 5
# What is put in between: its ends are dashes, or commas about a relative clause.
ASIDE = re.compile(r" ?[–—] ?[^–—]+[–—] ?| -{1,2} [^-]+ -{1,2} |, (?:who|which|whose)\b[^,]*, ")
# Where a clause begins that hangs on the one before. After "on top of", "like", a comma "that" is a pronoun.
SUBORDINATE = re.compile(
    r",? (?:who|whom|whose|which|because|if|unless|when|whenever|while|whereas|although|though|until|where|how|what|why|"
    r"whether|so that|as if|than|even (?:if|though))\b"
    r"|(?<! of)(?<! to)(?<! by)(?<! for)(?<! at)(?<! like)(?<! in)(?<! with)(?<!,) that\b"
    r"|, (?:\w+ing|as|since|after|before)\b",
    re.IGNORECASE,
)
# Words that only bring in the clause that counts: "I think that", "there is no doubt that", "the risk is that".
INTRODUCTION = re.compile(
    r"^(?:(?:and|but|so|well|now|look|that|again|also|frankly|obviously)[,:]? |(?:yes|no), )*"
    r"(?:(?:I|we|he|she|they)(?: am| are| is| was| were)? "
    r"(?:also |just |do |do not |does not |did not |really |actually |firmly |truly |honestly |personally |strongly |can )*"
    r"(?:thinks?|thought|believed?|believes|guess|suppose|feels?|felt|knows?|knew|guarantee|sure|certain|confident|afraid|"
    r"convinced|optimistic) (?:that )?(?!whether |if |how |what |why |who )"
    r"|it (?:is|was) (?:clear|certain|obvious|true|inevitable) that "
    r"|there (?:is|was) no (?:doubt|question) that "
    r"|(?:the|my|our|his|her) (?:\w+ ){1,6}(?:is|was),? that "
    r"|(?:the|my|our|his|her) (?:fact|truth|problem|point|risk|message|idea|bottom line|reality|plan),? (?:is|was) )*",
    re.IGNORECASE,
)


def judge_stance(content: str, cue: str, genre: Genre, own: bool, votes: dict[Stance, float]) -> Stance:
    """The likeliest stance of a statement by the network's `votes` (log-probabilities) and by its words.

    `content`, `cue`, `genre` and `own` are as for `stance_by_words`.
    """
    by_words = stance_by_words(content, cue, genre, own)
    return max(votes, key=lambda stance: votes[stance] + (TRUST if stance == by_words else 0.0))


def stance_by_words(content: str, cue: str, genre: Genre, own: bool) -> Stance:
    """The first stance of the guideline's order that fits the words of a statement.

    `content` is what is said, `cue` the words that attribute it ("" for the article's own voice). In a `genre` that
    argues, the article's `own` voice is read like somebody's speech; a report's tells what happened.
    """
    content, cue = expand(content), expand(cue)
    sentences = [part for part in SENTENCE_END.split(content.strip()) if part.strip(QUOTE_MARKS)] or [content]
    mains = [main_clause(sentence) for sentence in sentences]
    told = own and genre not in ARGUING and not _is_direct(content)
    if _tells_no_comment(content, mains[0], cue):
        return "no_comment"
    if _denies(content, mains[0], cue):
        return "denied"
    if _asks(content, sentences, cue):
        return "question"
    if _demands(content, mains, cue, told):
        return "demand"
    if _predicts(content, mains, cue):
        return "predicted"
    if _hedges(mains[0], cue):
        return "hedged"
    if _judges(content, mains[0], cue, told):
        return "opinion"
    return "asserted"


def expand(text: str) -> str:
    """`text` with straight apostrophes, its contractions written out."""
    text = text.replace("’", "'").replace("‘", "'").replace("''", '"').replace("``", '"')
    for short, long in CONTRACTIONS:
        text = short.sub(long, text)
    return text


def main_clause(sentence: str) -> str:
    """The words of an expanded `sentence` outside the clauses that hang on its main one, without quotation marks."""
    text = re.sub(r"[\"“”]|'(?!\w)|(?<!\w)'", "", sentence).strip(" .,;:[]()…-–—")
    text = ASIDE.sub(" ", " ".join(text.split()))
    opening = OPENING_CLAUSE.match(text)
    if opening and len(text) - opening.end() > SHORTEST_REST:
        text = text[opening.end() :]
    text = INTRODUCTION.sub("", text, count=1)
    cut = SUBORDINATE.search(text, SHORTEST_MAIN)
    return text[: cut.start()] if cut else text


def _is_direct(content: str) -> bool:
    return content.lstrip()[:1] in ('"', "“", "'")


def _counts(found: list[bool]) -> bool:
    """Whether what was `found` in some sentences holds for the whole: in the first one, or in half of them."""
    return found[0] or sum(found) * 2 >= len(found)


def _tells_no_comment(content: str, main: str, cue: str) -> bool:
    if not cue:
        return bool(words.NO_COMMENT.search(main) or words.NEITHER_COMMENTS.search(main))
    # "Declined | to say when": the words run on into the content, but one who only quotes silence is not silent.
    found = words.NO_COMMENT.search(f"{cue} {content}")
    return bool(found and found.start() < len(cue)) or bool(words.SILENCE_IN_SPEECH.search(main))


def _denies(content: str, main: str, cue: str) -> bool:
    if is_denial(cue, content):
        return True
    return bool(words.NEVER_DID.match(content)) if cue else tells_of_denial(main)


def _asks(content: str, sentences: list[str], cue: str) -> bool:
    questions = [sentence.rstrip("\"”' )").endswith("?") for sentence in sentences]
    if questions[-1] and _counts(questions):
        return True
    if not cue:
        return bool(words.ASKED_IN_REPORT.search(sentences[0]))
    start = content.lstrip(QUOTE_MARKS)
    if words.WONDERING.search(cue) or start.startswith("whether ") or cue.endswith("whether"):
        return True
    if words.ASKING.search(cue) and (_is_direct(content) or words.ASKED_OF.match(start)):
        return True
    if words.WANTING.search(cue) and words.TO_KNOW.match(content):
        return True
    return bool(words.DOUBTING.search(cue) and words.WHETHER.match(start))


def _demands(content: str, mains: list[str], cue: str, told: bool) -> bool:
    if words.DEMANDING.search(cue):
        return True
    if words.TELLING.search(cue) and words.TO_AT_START.match(content):
        return True
    if words.ASKING_OF.search(cue) and (words.TO_DO.match(content) or words.FOR_A_THING.match(content)):
        return True
    if words.CALLING.search(cue) and words.ON_AT_START.match(content):
        return True
    if told:
        return bool(words.DEMANDED_IN_REPORT.search(mains[0]))
    if words.DISBELIEF.match(content):
        return False
    return _counts([bool(words.OBLIGATION.search(main) or words.IMPERATIVE.match(main)) for main in mains])


def _predicts(content: str, mains: list[str], cue: str) -> bool:
    if words.PROMISING.search(cue) or (words.WILL_CUE.search(cue) and not words.WILL_TELL.search(cue)):
        return True
    if words.UNDERTAKING.search(cue) and words.TO_AT_START.match(content):
        return True
    if _counts([bool(words.FUTURE.search(main)) for main in mains]):
        return True
    # "Would" told from the past is a future; in direct speech it is a condition.
    past = words.PAST_CUE.search(cue) and not _is_direct(content)
    return bool(past and words.FUTURE_IN_PAST.search(mains[0]))


def _hedges(main: str, cue: str) -> bool:
    if words.HEDGING_CUE.search(cue):
        return True
    if words.HOPING.search(cue):
        return False
    # What comes after a plain first sentence seldom weakens it.
    return bool(words.HEDGING.search(words.ABILITY.sub(" ", main)))


def _judges(content: str, main: str, cue: str, told: bool) -> bool:
    if words.FIRST_PERSON.search(content):
        return True
    if told:
        return bool(words.PREDICATED.search(main))
    if words.JUDGING.search(cue) or words.FEELING_OF_THIRD.match(content) or words.EVALUATIVE.search(content):
        return True
    return _is_direct(content) and len(set(words.WEIGHING.findall(content.lower()))) >= 2
