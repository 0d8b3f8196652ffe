"""Words that tell how a statement is put forward.

All patterns read text that `stance.expand` wrote out: straight apostrophes, "will not" for "won't".

Source: the guideline's section on stance; the words were collected by reading three quarters of the labels on PolNeAR
train (training/labels) and checked on the last quarter, the items whose number leaves 3 when divided by 4.
"""

from __future__ import annotations

import re


def _words(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(patterns)})(?![\w-])", re.IGNORECASE)


# Adverbs that may stand between an auxiliary and its verb.
_ADVERBS = r"(?:(?:\w+ly|also|never|not|always|all|just|now|still|soon|at least|ever|then|even|yet|either|first|once|again) ){0,2}"
_REQUESTS = (
    r"(?:questions?|queries|inquir(?:y|ies)|enquir(?:y|ies)|requests?|calls?|e-?mails?|messages?|voicemails?|comment)"
)
_ANSWER = (
    r"(?:comment|answer|respond|reply|say|tell|elaborate|discuss|confirm|detail|disclose|reveal|identify|provide|talk|"
    r"specify|address|speculate|name|explain|weigh in|speak|go into|get into|give (?:details|a reason|his|her|their)|"
    rf"take {_REQUESTS}|be (?:interviewed|drawn|named|identified|quoted))"
)

NO_COMMENT = _words(
    rf"(?:declin|refus)(?:e|es|ed|ing) (?:to |an? |any |multiple |several |repeated |\w+ly |further )*(?:{_ANSWER}|interviews?)",
    r"(?:not|never) (?:immediately |yet |directly |publicly |even |further |responding |available |reachable )*(?:for |to )?"
    r"(?:comment(?:ed|ing)? on|(?:on )?comment(?! as| that)|respond(?:ed)?|reply|replied|elaborated?|be (?:immediately )?reached|"
    rf"(?:an )?interview|(?:return(?:ed)?|answer(?:ed)?|acknowledged?) (?:\w+ ){{0,4}}{_REQUESTS}|(?:go|get|going|getting) into)",
    rf"(?:would|did|does|do|could|has|have|will) not (?:immediately |yet |directly |publicly |even |further )?"
    rf"(?:{_ANSWER}|said|disclosed|revealed|specified|offer(?:ed)?)",
    r"(?:yet|failed) to (?:comment|respond|reply|answer)",
    r"no (?:immediate |official |public )*(?:comment|response|reply|reaction|word from|answer from)",
    r"without (?:further )?(?:comment(?:ing)?|elaborat\w+)|unavailable for (?:comment|an interview)|unreachable",
    r"neither (?:confirm|den|comment|respond|repl)\w*|demurred",
    rf"(?:refer|direct|forward)(?:s|red|ed|ring|ing)? (?:all |any |further |\w+ ){{0,2}}{_REQUESTS}",
    rf"(?:skirt|dodg|sidestep|duck|deflect|evad|ignor|brush|avoid|bypass)\w* (?:the |an? |any |all |\w+ ){{0,3}}{_REQUESTS}",
    r"(?:remain|stay|kept|keep|been|was|were)(?:s|ed|ing)? (?:silent|mum|tight-lipped|quiet)",
)
# Who is asked stands between: "neither company would comment".
NEITHER_COMMENTS = _words(r"(?:neither|none|no one|nobody)(?: \w+){1,4} (?:comment|respond|repl|answer|return)\w*")
SILENCE_IN_SPEECH = _words(
    r"no comment",
    r"(?:not|never) going to (?:comment|go into|get into|talk about|discuss|answer)",
    r"(?:will|can) not (?:comment|go into|get into|discuss|answer)",
)

WHETHER = _words(r"whether|if|why|how|what|who|whom|when|where|which|about")
ASKING = _words(r"ask(?:s|ed|ing)?|quer(?:y|ies|ied)")
ASKED_OF = re.compile(
    r"^(?:whether|if|why|how|what|who|when|where|which|about)\b|^(?:[\w.-]+ ){1,4}(?:whether|if|why|how|what|about) ",
    re.IGNORECASE,
)
WONDERING = _words(
    r"wonder(?:s|ed|ing)?|(?:demand|want)\w* to know|ask(?:s|ed|ing)? (?:\w+ ){0,4}about|questions (?:about|over)",
    r"inquired|enquired",
)
# These ask only where a question word follows.
DOUBTING = _words(r"question(?:s|ed|ing)?|debat(?:e|es|ed|ing)|unsure|undecided|inquir\w+|enquir\w+")
ASKED_IN_REPORT = _words(
    r"(?:ask(?:s|ed|ing)?(?: \w+){0,3}|wonder(?:s|ed|ing)?|(?:demand|want)(?:s|ed)? to know|questions? (?:is|was|remains)|it is|"
    r"question(?:s|ed)|unclear) (?:whether|why|how|if|who|what|about)"
)

DEMANDING = _words(
    r"(?<!in )(?<!on-)demand(?:s|ed|ing)?|urg(?:e|es|ed|ing)|call(?:s|ed|ing)? (?:\w+ly |again |also |out )?(?:on|for|upon)",
    r"order(?:s|ed|ing)|appeal(?:s|ed|ing)? (?:for|to)|request(?:s|ed|ing)?|plead(?:s|ed|ing)?|pled|implor\w+|beg(?:s|ged|ging)?",
    r"instruct(?:s|ed|ing)|exhort\w*|propos(?:e|es|ed|ing)|recommend\w*|advocat(?:e|es|ed|ing)|petition(?:s|ed|ing)?",
    r"press(?:es|ed|ing)? for|lobb(?:y|ies|ied|ying) for|command(?:s|ed)|direct(?:s|ed) (?:\w+ )?to|ask(?:s|ed|ing)? for",
    r"insist(?:s|ed|ing)? (?:on|upon)|must|should",
)
CALLING = _words(r"call(?:s|ed|ing)?")
ON_AT_START = re.compile(r"^\W*(?:on|for|upon)\b", re.IGNORECASE)
# An infinitive says what these want of the one addressed: "told | to leave", "asked | the crew to leave".
TELLING = _words(
    r"told|tells?|telling|warn(?:s|ed|ing)?|advis(?:e|es|ed|ing)|encourag(?:e|es|ed|ing)|invit(?:e|es|ed|ing)|call(?:s|ed|ing)?",
    r"press(?:es|ed|ing)?|challeng(?:e|es|ed|ing)|remind(?:s|ed|ing)?|can ask|asks?|asked|asking",
)
ASKING_OF = _words(
    r"ask(?:s|ed|ing)?|pressur(?:es|ed|ing)|requir(?:e|es|ed|ing)|compel(?:s|led|ling)|warn(?:s|ed|ing)?|encourag(?:es|ed|ing)"
)
# "Asked | the council for a heated bus".
FOR_A_THING = re.compile(r"^(?:[\w'-]+ ){1,5}for (?:an?|the|more|their|his|her|its) ", re.IGNORECASE)
# "Want | to know what is in them".
WANTING = _words(r"want(?:s|ed|ing)?|demand(?:s|ed|ing)?|asked|asks")
TO_KNOW = re.compile(r"^\W*to (?:know|hear|be told|learn)\b", re.IGNORECASE)
TO_AT_START = re.compile(r"^\W*(?:not )?to [a-z]", re.IGNORECASE)
TO_DO = re.compile(
    r"^\W*(?:(?!(?:that|whether|if|about|how|what|why)\b)[\w'.,-]+ ){0,9}?(?:not )?to [a-z]+", re.IGNORECASE
)
# "Should be ashamed" judges.
_NOT_DONE = (
    r"(?:be )?(?:\w+ly )?(?:ashamed|embarrassed|worried|surprised|concerned|proud|noted|obvious|clear|easy|enough|fine|an?|the|"
    r"interesting|afraid|scared|happy|glad|grateful|thankful|alarmed|taken with|no|one|like|seem\w*|admit|say|guess|"
    r"think about|know|\w+ing)"
)
OBLIGATION = _words(
    r"(?<!\bI )(?:should|ought to|must)(?! have (?:\w+ed|\w+en|run|gone|done|made|said|kept|left|let|put)\b) "
    rf"{_ADVERBS}(?!{_NOT_DONE}\b)[a-z]+",
    r"(?:we|they|he|she|it|government|congress|parliament|council|people|everyone|everybody|nation|country|party|somebody|someone)"
    rf"(?: all)? {_ADVERBS}(?:needs? to|ha(?:s|ve) (?:got )?to) {_ADVERBS}(?!{_NOT_DONE}\b)[a-z]+",
    r"it is incumbent (?:up)?on|it is (?:\w+ )?time (?:for|to|that|we|they)",
)
IMPERATIVE = re.compile(
    r"^\W*(?:(?:so|and|but|now|well|please|just),? )*"
    r"(?:let (?:us|everyone|everybody|them|him|her|me|it)\b|please\b|be (?!ing)\w+|I (?:ask|urge|call on|beg|demand|implore)\b|"
    r"(?:do not|never) (?!you\b|we\b|they\b|i\b|really\b|even\b|know\b|think\b|in\b|have\b|seem\b|forget\b)[a-z]+|"
    r"(?:vote|stop|join|remember|give|send|tell|stand up|wake up|get out|go home|keep|lock) "
    r"(?!in\b|of\b|is\b|was\b|are\b|has\b)\w+)",
    re.IGNORECASE,
)
# "I do not think that they should" demands nothing.
DISBELIEF = re.compile(r"^\W*(?:that )?(?:I|we|he|she|they) (?:do|does|did) not (?:believe|think)\b", re.IGNORECASE)
DEMANDED_IN_REPORT = _words(
    r"(?<!short of )(?:called|calling|calls(?= on| upon)) (?:on|for|upon)|urg(?:es|ed)|(?:is|are) urging",
    r"(?:taken|began|started|continued) to (?:urg|call)\w*|demand(?:s|ed)(?! to know)|implor(?:es|ed)|appealed (?:to|for)",
    r"(?:(?<!was )(?<!were )asked|pressuring|(?:is|are) asking) (?:[\w.]+ ){1,5}to|should(?! have\b| provide\b)|we must",
)

PROMISING = _words(
    r"predict\w*|forecast\w*|foresee\w*|foresaw|expect(?:s|ed|ing|ations?)?|anticipat\w+|project(?:s|ed|ing)|bet(?:s|ting)",
    r"promis\w+|pledg\w+|vow(?:s|ed|ing)?|swore|swears?|guarantee[ds]?|threat(?:en(?:s|ed|ing)?)?|commit(?:s|ted|ting|ment)",
    r"plan(?:s|ned|ning)?|intend(?:s|ed)?|intent(?:ion)?|seeks|aims?|(?:agree|prepar|schedul|offer|decid|hop)\w* to",
    r"(?:is|are|was|were) (?:expected|set|due|scheduled|poised|likely|going) to",
)
# An infinitive tells what is undertaken: "agreed | to divide the seats".
UNDERTAKING = _words(
    r"agree[ds]?|agreement|decided|decision|goal|aim(?:s|ed)?|offer(?:s|ed)?|prepar\w+|ready|seeks?|hopes|platform|willing"
)
WILL_CUE = _words(r"will|shall|going to|(?:is|are|was|were) to")
# "I will say" tells nothing of the future.
WILL_TELL = _words(
    r"(?:will|going to) (?:only |often |just |also )?(?:say|tell|argue|note|point|insist|claim|remember)"
)
FUTURE = _words(
    # The noun: "the will of the people".
    r"(?:(?<!the )(?<!good )(?<!free )(?<!political )(?<!his )(?<!their )will|shall)"
    r"(?! (?:not )?(?:of|say|tell|admit|never forget|recall)\b)",
    rf"(?:is|are|am) {_ADVERBS}(?:going to(?! (?:the|an?|his|her|their|school|be able|say)\b)|"
    r"(?:expected|scheduled|slated|set|poised|bound|about|certain|sure) to|due to(?! (?:the|an?|his)\b)|to be)",
    r"gonna|plans? to|intends? to|(?:he|she|they|I|we) (?:(?:is|are|am|was|were) )?expect(?:s|ed|ing)?",
)
# What "would" tells of here is a condition or a wish.
_UNREAL = (
    r"(?:have|like|prefer|love|hope|wish|say|think|argue|want|rather|appreciate|welcome|suggest|imagine|"
    r"be (?:\w+ly )?(?:an?|the|un\w+|wrong|better|best|nice|great|good|bad|irresponsible|dangerous|foolish|happy|glad|"
    r"surprised|difficult|hard|impossible|necessary|enough|wise|able|willing|too|so|like|very|really|fair))"
)
FUTURE_IN_PAST = _words(
    rf"would {_ADVERBS}(?!{_UNREAL}\b)[a-z]+", r"(?:was|were) (?:not )?(?:going|expected|set|due|about) to"
)
PAST_CUE = _words(r"\w+ed|said|told|wrote|thought|saying|went on")

HEDGING = _words(
    r"(?<!\bin )(?<!of )(?:may|might)(?! (?:be )?(?:well )?as well\b)",
    r"could(?: \w+ly| still| well| even| soon| also| all)*(?! (?:not|only|never)\b)",
    r"(?:perhaps|possibly|probably)(?! (?:the )?(?:not|most|best|more|worst)\b)|maybe|conceivably|potentially",
    r"allegedly|reportedly|apparently|presumably|supposedly|unconfirmed|unclear|uncertain|not (?:sure|certain|clear)",
    r"(?:seem|appear)(?:s|ed)?(?= (?:to|as|like|likely|increasingly|in|\w+ed)\b|$)|would seem|suggests?|tends? to",
    r"unlikely|(?<!most )(?<!of )likely(?! voters?)|in all likelihood|must have (?:been|seemed|had)",
    r"(?:is|are|was|were) (?:\w+ )?(?:possible|believed|thought|said|understood|alleged|suspected|reported)(?= to\b|$)",
)
# "Could" of what somebody was able to do.
ABILITY = _words(
    r"(?:all|everything|what(?:ever)?|as (?:much|well|hard|fast|soon|far|many) as|so|where|the (?:best|most)|wish(?:es|ed)?|if) "
    r"(?:\w+ ){0,2}could",
    r"(?:I|we) could|could (?:not|hardly|barely|see|hear|feel|tell|say|do|afford|go|get by)",
)
HEDGING_CUE = _words(
    r"(?:seem|appear)(?:s|ed|ing)?|suspect(?:s|ed|ing)?|speculat\w*|suggest(?:s|ed|ing)?|allegedly|reportedly|apparently|may|might",
    r"guess(?:es|ed)?|impl(?:y|ies|ied)|rumou?r\w*|could be seen|(?:is|are|was|were) (?:believed|thought|said)",
)
HOPING = _words(r"hop(?:e|es|ed|ing)|wish(?:es|ed|ing)?|pray(?:s|ed|ing)?")

JUDGING = _words(
    # Praise.
    r"prais(?:e|es|ed|ing)|laud\w*|applaud\w*|hail(?:s|ed|ing)?|commend\w*|salut(?:e|es|ed)|gush(?:es|ed)|admir\w+|thank(?:s|ed|ing)?",
    r"congratulat\w+|tout(?:s|ed|ing)?|welcom(?:e|es|ed|ing)|appreciat\w+|enjoy\w*|embrac(?:e|es|ed|ing)|defend(?:s|ed|ing)?",
    # Criticism.
    r"critici[sz]\w*|critiqu\w+|condemn\w*|blam(?:e|es|ed|ing)|slam(?:s|med|ming)?|blast(?:s|ed|ing)?|lament\w*|mock(?:s|ed|ing)?",
    r"accus\w+|complain\w*|denounc\w+|decr(?:y|ies|ied)|attack(?:s|ed|ing)?|ridicul\w+|rip(?:s|ped)|bemoan\w*|deplor\w+|deem(?:s|ed)?",
    r"disagree[ds]?|scoff(?:s|ed)?|fum(?:es|ed|ing)|rail(?:s|ed)?|derid\w+|bash(?:es|ed|ing)|disparag\w+|scold\w*|rebuk\w+|chid\w+",
    r"impugn\w*|backlash|rejection of|contempt|outraged?|object(?:s|ed)|question(?:s|ed|ing)?|doubt(?:s|ed|ing)?|dismissive",
    r"lambast\w+|excoriat\w+|chastis\w+|castigat\w+|vilif\w+|assail\w*|pann(?:ed|ing)|griped?|grumbl\w+|quip(?:s|ped)|jok(?:es|ed|ing)",
    # Feeling and wish.
    r"prefer(?:s|red|ring)?|regret\w*|hop(?:e|es|ed|ing)|wish(?:es|ed)?|fear(?:s|ed|ing)?|worr(?:y|ies|ied)|concern(?:s|ed)?|glad|proud",
    r"happy|pleased|disappoint\w+|frustrat\w+|afraid|lov(?:e|es|ed)|lik(?:es|ed)|hat(?:e|es|ed)|dislik\w+|distrust\w*|misgivings|anger",
    r"alarm|intrigued|surprised|confident|optimistic|pessimistic|s[kc]eptic\w*|want(?:s|ed)?|yearn\w*|resent\w*|mourn\w*|dread\w*",
    # Taking sides.
    r"support(?:s|ed|ing|ers?)?|oppos(?:e|es|ed|ing|ition)|endors(?:e|es|ed|ing)|favou?r(?:s|ed)?|backs?|backed|agree[ds]?",
    r"campaign(?:s|ed|ing)? (?:for|against)|vot(?:e|es|ed|ing) (?:for|against)",
    # Holding something to be so.
    r"(?:consider|regard|view|describ|se|portray|depict|liken|compar|cast|pitch)(?:s|e|es|ed|ing|ee|ees|eing)?|saw",
    r"(?:calls?|called|calling|labell?ed|branded|dubbed|termed)(?! (?:on|for|upon))|believ(?:e|es|ed|ing)|thinks?|thought|feels?|felt",
    r"finds?|opinion|views?|sure|convinced",
)
_EVALUATIVE = "|".join(
    (
        # Good and great.
        r"good|better|best|great|greatest|wonderful(?:ly)?|fantastic|terrific|tremendous(?:ly)?|amazing|incredibl[ey]|brilliant|excellent",
        r"outstanding|remarkabl[ey]|extraordinar(?:y|ily)|superb|perfect|ideal|impressive|exciting|beautiful|fabulous|nice|decent|smart",
        r"smarter|wise|right (?:thing|way|person|man|woman|choice|solution)|effective|convincing|compelling|powerful|strong(?:er|est)?",
        r"success(?:es|ful)?|genuine|noble|heroic|courageous|brave(?:ly)?|honest|fair(?:er)?|helpful|useful|worthy|legitimate|magnificent",
        r"well-qualified|qualified|common-?sense|inspir(?:es|ed|ing|ational)|masterful|delightful|marvell?ous|stellar|admirable|honou?rable",
        # Bad and terrible.
        r"bad|worse|worst|terribl[ey]|awful|horribl[ey]|horrific|horrendous|dreadful|disgrac\w+|disgust\w+|disaster|disastrous|shame(?:ful)?",
        r"pathetic|ridiculous|absurd|outrage(?:ous)?|unacceptable|appalling|shocking|scary|frightening|terrifying|alarming|disturbing",
        r"troubling|worrying|worrisome|concerning|tragic|tragedy|heartbreaking|stupid|foolish|dumb|silly|crazy|insane|nuts|madness|unfair",
        r"unjust|wrong(?:ly)?|immoral|dangerous|danger|reckless|irresponsible|hypocri\w+|liar|lies|corrupt|dishonest|crooked|racist|bigot\w*",
        r"sexist|fascist|demagog\w+|ignorant|incompeten\w+|unfit|unqualified|ineffective|careless|weak|weaker|mistake|failure|failed|fails",
        r"nonsense|joke|mess|nightmare|scandalous|offensive|insult\w*|hateful|divisive|evil|vicious|nasty|ugly|cowardly|suspicious",
        r"questionable|bizarre|weird|strange|harmful|useless|worthless|illegitimate|un-American|extremis[tm]|inexcusable|deplorable|cruel",
        r"catastroph\w+|despicable|laughable|ludicrous|ill-\w+|short-?sighted|misguided|inhumane|negligent|farce|sham|travesty|toxic",
        # What it moves one to.
        r"excited|ashamed|appalled|shocked|scare[sd]?|troubled|worried|concerned|proud(?:er)?|pride|sad(?:ly|der|dened)?|disappoint\w*",
        r"frustrat\w*|embarrass\w*|surpris(?:ing|ed|ingly)|happy|glad|pleased|grateful|thrilled|delighted|honou?red|confident|hopeful",
        r"optimistic|sorry|afraid|angry|ambivalent|stunning|breathtaking|unbelievable|comfortable|uncomfortable|unnerving|eerie",
        # What it is worth.
        r"(?:should|ought to) (?:not |never )?have|important|essential|crucial|vital|critical|(?:un)?necessary|deserve[sd]?|no (?:place|excuse)|not (?:ready|fit|enough)",
        # How the speaker holds it.
        r"(?:un)?fortunately|regrettabl[ey]|obviously|interestingly|of course|frankly|honestly|extremely|deeply|totally|truly|absolutely",
        r"hardly|merely|in (?:my|his|her|their|our) (?:view|opinion|judge?ment|eyes)|no (?:question|doubt)|as if|enough is enough",
        r"hard (?:time|to (?:dispute|imagine|believe|see))|too (?:much|many|often|little|few|far|long|late|soon|big|small)",
        r"nothing (?:but|more)|the (?:problem|trouble|beauty|sad part|irony|fact is|truth) (?:is|with|of)|at its (?:best|worst)",
        r"makes? (?:no )?sense|big (?:deal|problem|fan)|a real|the kind of",
    )
)
EVALUATIVE = _words(_EVALUATIVE)
# In a report's own voice only what is said of the subject is the article's judgement.
PREDICATED = _words(
    r"(?:is|are|was|were|be|been|seems?|looks?|feels?|sounds?|had|has|have) (?:not )?"
    rf"(?:(?:an?|the|one of the|so|too|very|more|most|\w+ly|all) )*(?:{_EVALUATIVE})"
)
FIRST_PERSON = _words(
    r"(?:I|we) (?:(?:also|just|really|do|did|not|still|truly|firmly|honestly|personally|actually|certainly|would|absolutely|always|have|"
    r"never|am|are|was|kind of|so) )*"
    r"(?:think|believed?|feel|felt|hoped?|wish|want|love|like|hate|prefer|admire|respect|agree|disagree|doubt|fear|support|oppose|"
    r"care|trust|enjoy|appreciate|suppose|guess|imagine|welcome|regret|worry|look forward|need|know|happy|glad|sure|"
    r"tired|sick|ready)"
)
FEELING_OF_THIRD = re.compile(
    r"^\W*(?:that )?(?:he|she|they) (?:\w+ly |also |still )?(?:(?:do|does|did|could|can|would) not )?"
    r"(?:wish(?:es|ed)?|lov(?:e|es|ed)|hat(?:e|es|ed)|fear(?:s|ed)?|hop(?:e|es|ed)|believ(?:e|es|ed)|thinks?|thought|want(?:s|ed)?|"
    r"would (?:like|love|prefer)|support(?:s|ed)?|oppos(?:e|es|ed)|like[sd]?|agree[sd]?|disagree[ds]?|admire[ds]?|regret(?:s|ted)?|"
    r"trust(?:s|ed)?|feels?|felt)\b",
    re.IGNORECASE,
)
# Of little worth in a report, but in a direct quotation these tell one who argues from one who recounts.
WEIGHING = _words(
    r"very|really|so much|quite|pretty|just|even|only|such|more|most|less|least|never|always|nothing|nobody|every(?:body|one)",
    r"any(?:thing|body)?|(?:this|it|that|there|he|she) is|they are|you|your|our|we|a lot|lots|matters?|real|because|what",
    r"(?:can|do|does|is|are) not",
)
# What is said never to have been done was said to have been.
NEVER_DID = re.compile(
    r"^\W*(?:that )?(?:he|she|they|I|we) (?:(?:had|has|have) )?never (?:actually |once )?(?:suggested|said|told|claimed|"
    r"asked|intended|meant|promised|threatened|touched)\b",
    re.IGNORECASE,
)
