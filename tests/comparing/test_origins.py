"""The worked examples of origins.md, and what may mislead."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.comparing.clauses import cut_clauses
from sayso.comparing.copies import find_copies
from sayso.comparing.counting import count_origins
from sayso.comparing.origins import Traced, find_origins
from sayso.comparing.sources import gather_sources
from sayso.records import Article, Speaker, Statement
from sayso.spans import Span
from tests.invented import article, speaker, told


def trace(articles: Sequence[Article], statements: Sequence[Statement], people: Sequence[Speaker] = ()) -> Traced:
    """The origins of the claim that all `statements` support."""
    known = {one.id: one for one in articles}
    by_article = {one.id: [s for s in statements if s.article == one.id] for one in articles}
    sources = gather_sources(articles, {one.id: one for one in people}, people, find_copies(articles, by_article))
    return find_origins(cut_clauses(known, statements), sources)


def counts(traced: Traced) -> tuple[int, int, int]:
    """low, high, uncredited."""
    count = count_origins(traced.origins, traced.relations, traced.hearsay)
    return count.low, count.high, count.uncredited


LOST = "fourteen containers were lost from the freighter in the strait"


def test_one_speaker_quoted_by_three_outlets_is_one_origin() -> None:
    guard = speaker("coast guard", "organisation")
    articles = [
        article(name, f"On day {at} {LOST}, the coast guard said.") for at, name in enumerate(("Echo", "Post", "Bell"))
    ]
    traced = trace(articles, [told(one, LOST, guard) for one in articles], [guard])
    assert counts(traced) == (1, 1, 0)
    assert [origin.name for origin in traced.origins] == ["coast guard"]


def test_a_company_on_its_own_count_and_the_coast_guard_are_two() -> None:
    guard = speaker("Tarrow coast guard", "organisation")
    owner = speaker("Ostrel Lines", "organisation", role="shipping company")
    one = article("Echo", f"{LOST}, the coast guard said.".capitalize())
    other = article("Post", f"We counted again and {LOST}, Ostrel Lines said.")
    content = LOST[0].upper() + LOST[1:]
    traced = trace([one, other], [told(one, content, guard), told(other, LOST, owner, cue="said")], [guard, owner])
    assert counts(traced) == (2, 2, 0)
    assert [relation.relation for relation in traced.relations] == ["distinct"]


def test_one_who_only_accepts_a_figure_is_open() -> None:
    guard = speaker("Tarrow coast guard", "organisation")
    owner = speaker("Ostrel Lines", "organisation")
    one = article("Echo", f"The coast guard said {LOST}.")
    other = article("Post", f"Ostrel Lines accepts that {LOST}.")
    traced = trace([one, other], [told(one, LOST, guard), told(other, LOST, owner, cue="accepts")], [guard, owner])
    assert counts(traced) == (1, 2, 0)


def test_own_voice_without_a_source_is_uncredited_and_open() -> None:
    articles = [article("Echo", f"At dawn {LOST}."), article("Post", f"By night {LOST}.")]
    traced = trace(articles, [told(one, LOST) for one in articles])
    assert counts(traced) == (1, 2, 2)


def test_a_sentence_that_two_outlets_tell_in_the_very_words_has_one_origin() -> None:
    words = "The last ferry of the season left the northern pier of Orby an hour late because of fog on the strait"
    one = article("Echo", f"{words}.")
    other = article("Post", f"Much else went on in the town that day. {words}.", "2024-11-12")
    third = article("Bell", "The last ferry of the season left Orby late because of fog.", "2024-11-12")
    short = "The last ferry of the season left Orby late because of fog"
    traced = trace([one, other, third], [told(one, words), told(other, words), told(third, short)])
    assert [origin.name for origin in traced.origins] == ["Echo", "Bell"]
    assert "copies" in {step.because for step in traced.origins[0].chain}


def test_whoever_manages_a_campaign_is_not_the_candidate() -> None:
    words = "the campaign will stop in Orby on Sunday"
    candidate = speaker("Ana Prell")
    manager = speaker("Bram Tully", role="Prell's campaign manager", affiliation="Prell")
    one = article("Echo", f"{words}, said Bram Tully.")
    traced = trace([one], [told(one, words, manager)], [manager, candidate])
    assert [origin.name for origin in traced.origins] == ["Bram Tully"]


def test_a_lead_is_covered_by_the_credit_further_down() -> None:
    guard = speaker("coast guard", "organisation")
    text = f"In a storm {LOST}.\nWe counted and {LOST} for sure, the coast guard said."
    one = article("Echo", text)
    second = f"{LOST} for sure"
    traced = trace([one], [told(one, LOST), told(one, second, guard)], [guard])
    assert counts(traced) == (1, 1, 0)
    assert "covered_by" in {step.because for step in traced.origins[0].chain}


def test_what_a_reporter_saw_is_the_outlets_own() -> None:
    saw = "the first ship passed the harbour wall at nine"
    one = article("Bulletin", f"Our reporter saw how {saw}.")
    traced = trace([one], [told(one, saw)])
    [origin] = traced.origins
    assert (origin.kind, origin.standing, origin.credited) == ("outlet", "shown", True)


def test_according_to_another_paper_goes_to_its_source() -> None:
    batteries = "three of the containers held batteries in their holds"
    person = speaker("a person who knows the cargo list", "unnamed")
    ledger = speaker("Ledger", "organisation")
    one = article("The Kestrian Ledger", f"It said {batteries}, a person who knows the cargo list told us.")
    other = article("Lantern", f"According to the Ledger {batteries}.", "2024-11-12")
    traced = trace([one, other], [told(one, batteries, person), told(other, batteries, ledger)], [person, ledger])
    assert counts(traced) == (1, 1, 0)
    assert traced.origins[0].name == "a person who knows the cargo list"


def test_a_credited_agency_whose_text_is_not_here_is_named_as_outside() -> None:
    articles = [
        article("Echo", f"At dawn {LOST}.", agencies=("Tidewire",)),
        article("Post", f"At night {LOST}.", agencies=("Tidewire",)),
    ]
    traced = trace(articles, [told(one, LOST) for one in articles])
    assert counts(traced) == (1, 1, 1)
    assert [(origin.name, origin.credited) for origin in traced.origins] == [("Tidewire", False)]
    assert {one.name for one in traced.outside} == {"Tidewire"}


def test_unnamed_sources_of_two_outlets_are_open() -> None:
    closed = "the bridge over the river was closed at noon"
    here, there = speaker("officials", "group", at="a"), speaker("officials", "group", at="b")
    articles = [article("Echo", f"Officials said {closed}."), article("Post", f"Officials say {closed}.")]
    traced = trace(articles, [told(articles[0], closed, here), told(articles[1], closed, there)], [here, there])
    assert counts(traced) == (1, 2, 0)


def test_a_spokeswoman_speaks_for_her_body() -> None:
    woman = speaker("Ines Kolvaag", role="spokeswoman", affiliation="Tarrow Coast Guard")
    body = speaker("Tarrow Coast Guard", "organisation")
    articles = [article("Echo", f"She said {LOST}."), article("Post", f"The guard said {LOST}.")]
    traced = trace(articles, [told(articles[0], LOST, woman), told(articles[1], LOST, body)], [woman, body])
    assert [origin.name for origin in traced.origins] == ["Tarrow Coast Guard"]


def test_parties_that_speak_jointly_are_separate_vouchers() -> None:
    ministry, hospital = speaker("Health Ministry", "organisation"), speaker("City Hospital", "organisation")
    sick = "thirty-one patients fell ill after the fair"
    one = article("Echo", f"The ministry and the hospital said {sick}.")
    statement = replace(told(one, sick, ministry), with_=(hospital.id,))
    traced = trace([one], [statement], [ministry, hospital])
    assert {origin.name for origin in traced.origins} == {"Health Ministry", "City Hospital"}
    assert counts(traced) == (2, 2, 0)


def test_each_count_has_its_list() -> None:
    guard = speaker("coast guard", "organisation")
    articles = [article("Echo", f"The guard said {LOST}."), article("Post", f"Today {LOST}.")]
    traced = trace(articles, [told(articles[0], LOST, guard), told(articles[1], LOST)], [guard])
    count = count_origins(traced.origins, traced.relations)
    assert count.high == len(traced.origins)
    assert set(count.low_set) <= {origin.id for origin in traced.origins}
    assert all(origin.chain for origin in traced.origins)


def test_it_is_said_with_no_voucher_counts_none_at_least_and_one_at_most() -> None:
    one = article("Echo", f"It is said that {LOST}.")
    traced = trace([one], [replace(told(one, LOST), kind="indirect")])
    assert traced.hearsay
    assert counts(traced)[:2] == (0, 1)


def test_an_outlet_that_says_it_saw_is_a_voucher_by_its_own_name() -> None:
    lay = "two yellow boxes lay side by side on the shingle"
    one = article("Brinmouth Echo", f"At the point, {lay} when the Echo visited after ten.")
    [origin] = trace([one], [told(one, lay)]).origins
    assert (origin.name, origin.standing, origin.credited) == ("Brinmouth Echo", "shown", True)


def test_what_the_outlet_saw_is_not_covered_by_a_credit_elsewhere_in_its_article() -> None:
    opened = "the strait was open to ships on Saturday morning"
    master = speaker("Agnete Rusk", role="harbour master", affiliation=None)
    one = article("Bulletin", f"Our reporter watched how {opened}.\nIt is true that {opened} again, Rusk said.")
    second = f"{opened} again"
    traced = trace([one], [told(one, opened), told(one, second, master)], [master])
    assert {origin.name for origin in traced.origins} == {"Bulletin", "Agnete Rusk"}


def test_a_document_is_one_voucher_with_its_author() -> None:
    rotten = "three of the eleven beams of the school are rotten through"
    report = speaker("a report by the engineers Tolland & Wray", "document")
    engineers = speaker("Tolland & Wray", "organisation")
    articles = [article("Lamp", f"The report said {rotten}."), article("Gazette", f"The engineers said {rotten}.")]
    traced = trace(
        articles, [told(articles[0], rotten, report), told(articles[1], rotten, engineers)], [report, engineers]
    )
    assert counts(traced)[:2] == (1, 1)
    [origin] = traced.origins
    merge = next(step for step in origin.chain if step.because == "same")
    assert merge.why == "a document and its author are one voucher"
    assert merge.changes_if


def test_a_document_is_its_owners() -> None:
    sold = "all places on the second flight in March are sold"
    manifest = speaker("Orbix's flight manifest", "document")
    company = speaker("Orbix", "organisation")
    articles = [article("Lamp", f"The manifest said {sold}."), article("Gazette", f"Orbix said {sold}.")]
    traced = trace(articles, [told(articles[0], sold, manifest), told(articles[1], sold, company)], [manifest, company])
    assert [origin.name for origin in traced.origins] == ["Orbix"]


def test_a_release_from_a_body_called_by_what_it_is_is_that_bodys() -> None:
    shut = "the house of the otters stays shut until further notice"
    release = speaker("a news release from the zoo", "document")
    zoo = replace(speaker("Brin Zoo & Garden", "organisation"), aliases=("the zoo",))
    articles = [article("Lamp", f"A news release said {shut}."), article("Gazette", f"The zoo said {shut}.")]
    traced = trace(articles, [told(articles[0], shut, release), told(articles[1], shut, zoo)], [release, zoo])
    assert [origin.name for origin in traced.origins] == ["Brin Zoo & Garden"]


def test_an_official_speaks_for_a_body_in_its_matter_and_a_minister_not_for_a_whole_government() -> None:
    cost = "the repair of the school roof costs 640,000 crowns"
    leader = speaker("Desmond Fairlie", role="leader", affiliation="Haverling council")
    council = speaker("Haverling council", "organisation")
    articles = [article("Lamp", f"Fairlie said {cost}."), article("Gazette", f"The council said {cost}.")]
    traced = trace(articles, [told(articles[0], cost, leader), told(articles[1], cost, council)], [leader, council])
    assert [origin.name for origin in traced.origins] == ["Haverling council"]
    minister = speaker("Oskar Brandl", role="minister", affiliation="Kestrian government")
    government = speaker("Kestrian government", "organisation")
    traced = trace(
        articles, [told(articles[0], cost, minister), told(articles[1], cost, government)], [minister, government]
    )
    assert len(traced.origins) == 2


def test_an_own_voice_that_names_who_told_it_is_credited() -> None:
    guard = speaker("Kestrian coast guard", "organisation")
    articles = [article("Echo", f"It is known that {LOST}, the coast guard said."), article("Digest", "")]
    content = "On Monday the coast guard spoke of fourteen containers lost from the freighter"
    articles[1] = article("Digest", f"{content}.")
    traced = trace(articles, [told(articles[0], LOST, guard), told(articles[1], content)], [guard])
    assert [origin.name for origin in traced.origins] == ["Kestrian coast guard"]


def test_a_figure_is_of_the_body_that_owns_it_and_not_of_who_speaks_of_it() -> None:
    low = "the council's estimate of 640,000 crowns for the roof is far too low"
    parents = speaker("parents' committee", "organisation")
    council = speaker("Haverling council", "organisation")
    one = article("Digest", f"The committee thinks {low}.")
    traced = trace([one], [told(one, low, parents)], [parents, council])
    assert [origin.name for origin in traced.origins] == ["Haverling council"]


def test_one_who_cites_another_relies_on_it() -> None:
    dead = "twelve people died when the bridge fell"
    mayor, police = speaker("Ada Lind", role="mayor"), speaker("Brin police", "organisation")
    one = article("Echo", f"Citing the Brin police, Lind said {dead}.")
    traced = trace([one], [told(one, dead, mayor)], [mayor, police])
    assert [origin.name for origin in traced.origins] == ["Brin police"]
    assert "relies" in {step.because for step in traced.origins[0].chain}


def test_a_circle_of_citations_is_one_voucher_with_the_reason() -> None:
    echo, post = speaker("Echo", "organisation"), speaker("Post", "organisation")
    articles = [article("Echo", f"According to the Post {LOST}."), article("Post", f"According to the Echo {LOST}.")]
    traced = trace(articles, [told(articles[0], LOST, post), told(articles[1], LOST, echo)], [echo, post])
    assert counts(traced)[:2] == (1, 1)
    assert any("circular" in (step.why or "") for step in traced.origins[0].chain)


def test_a_citation_of_an_outlet_that_has_a_source_of_its_own_is_no_circle() -> None:
    echo, post = speaker("Echo", "organisation"), speaker("Post", "organisation")
    guard = speaker("coast guard", "organisation")
    first = article("Echo", f"According to the Post {LOST}.\nThe guard said {LOST} today.")
    second = article("Post", f"According to the Echo {LOST}.")
    statements = [told(first, LOST, post), told(first, f"{LOST} today", guard), told(second, LOST, echo)]
    traced = trace([first, second], statements, [echo, post, guard])
    assert [origin.name for origin in traced.origins] == ["coast guard"]


def test_a_person_and_their_colleagues_are_a_group_told_together() -> None:
    seen = "they have seen the engineering tricks of the trade at first hand"
    person = speaker("Ada Lind")
    group = speaker("Lind and her colleagues", "group")
    articles = [article("Echo", f"Lind says {seen}."), article("Post", f"Lind and her colleagues say {seen}.")]
    traced = trace(articles, [told(articles[0], seen, person), told(articles[1], seen, group)], [person, group])
    assert len(traced.origins) == 1


def test_officials_in_the_paragraph_of_a_body_are_that_body() -> None:
    guard, officials = speaker("Tarrow Coast Guard", "organisation"), speaker("officials", "group")
    text = f"The Tarrow Coast Guard said {LOST} at night. Officials added that {LOST} in one hour."
    one = article("Echo", text)
    statements = [told(one, f"{LOST} at night", guard), told(one, f"{LOST} in one hour", officials)]
    assert len(trace([one], statements, [guard, officials]).origins) == 1


def test_every_open_pair_of_credited_origins_tells_what_would_settle_it() -> None:
    here, there = speaker("a dock worker", "unnamed", at="a"), speaker("a neighbour", "unnamed", at="b")
    articles = [article("Echo", f"A dock worker said {LOST}."), article("Post", f"A neighbour said {LOST}.")]
    [relation] = trace(
        articles, [told(articles[0], LOST, here), told(articles[1], LOST, there)], [here, there]
    ).relations
    assert relation.relation == "open"
    assert relation.changes_if


def test_who_only_agrees_shows_no_standing() -> None:
    words = "our relations with the neighbours have never been worse than in this year"
    lind, ministry = speaker("Ada Lind"), speaker("Foreign Ministry", "organisation")
    one = article("Echo", f"“{words}”, Lind wrote. The ministry answered: “We agree.”")
    traced = trace([one], [told(one, words, lind, "opinion"), told(one, "“We agree.”", ministry)], [lind, ministry])
    assert counts(traced) == (1, 2, 0)


def test_outlets_that_share_a_rare_slip_are_one_origin() -> None:
    texts = {
        "Wire": "The freighter Anselma lost containers in the storm off Tarrow.",
        "Echo": "In the storm off Tarrow containers went over board from Anselma, a freighter.",
        "Post": "Containers fell from the Anselma when a storm hit the freighter near Tarrow.",
        "Lamp": "Near Tarrow the freighter Anselna was hit by a storm and lost many containers.",
        "Bell": "Many containers of the freighter Anselna are adrift since the storm near Tarrow.",
    }
    articles = [article(name, text, f"2024-11-1{at}") for at, (name, text) in enumerate(texts.items())]
    traced = trace(articles, [told(one, one.text.rstrip(".")) for one in articles])
    assert sorted(origin.name for origin in traced.origins) == ["Echo", "Lamp", "Post", "Wire"]
    [lamp] = [origin for origin in traced.origins if origin.name == "Lamp"]
    assert [step.because for step in lamp.chain].count("copies") == 1


SAID = "“We carry these costs for as long as we possibly can”"


def test_those_to_whom_the_same_words_are_credited_in_quotation_marks_are_one_origin() -> None:
    people = [speaker("Ostrel Lines", "organisation"), speaker("a statement on the website", "unnamed")]
    articles = [
        article("Echo", f"{SAID}, Ostrel Lines said."),
        article("Post", f"{SAID}, said a statement on the website."),
    ]
    statements = [replace(told(one, SAID, who), kind="direct") for one, who in zip(articles, people, strict=True)]
    traced = trace(articles, statements, people)
    assert [origin.name for origin in traced.origins] == ["Ostrel Lines"]
    [why] = [step.why for step in traced.origins[0].chain if step.because == "same"]
    assert why == "the same words are quoted of both (“We carry these costs for as long as”)"


def test_a_short_phrase_quoted_of_two_leaves_them_two() -> None:
    people = [speaker("Ada Lind"), speaker("Tom Reed")]
    articles = [article(name, f"“A real disgrace for this town”, {one.name} said.") for name, one in zip(("Echo", "Post"), people, strict=True)]  # fmt: skip
    statements = [
        replace(told(one, "“A real disgrace for this town”", who), kind="direct")
        for one, who in zip(articles, people, strict=True)
    ]
    assert len(trace(articles, statements, people).origins) == 2


def test_what_a_speaker_calls_their_own_findings_is_that_speakers() -> None:
    branch, findings = speaker("Tram Safety Branch", "organisation"), speaker("initial indications", "document")
    where = article(
        "Echo", "Initial indications suggest that the tram took the sharp bend too fast, the Tram Safety Branch said."
    )
    content = "the tram took the sharp bend too fast"
    statement = replace(told(where, content, findings, via=(branch,)), source=Span(0, len("Initial indications")))
    [origin] = trace([where], [statement], [branch, findings]).origins
    assert origin.name == "Tram Safety Branch"
    [why] = [step.why for step in origin.chain if step.because == "same"]
    assert why == "initial indications: no more than what Tram Safety Branch found out"


def test_what_nobody_is_named_for_is_whoevers_passes_it_on() -> None:
    words = "the ferry will be sold before the winter"
    mayor = speaker("Ana Prell")
    one = article("Echo", f"It is thought that {words}, said Ana Prell.")
    statement = replace(told(one, words, mayor), speaker=None, source=None, via=(mayor.id,))
    traced = trace([one], [statement], [mayor])
    assert [origin.name for origin in traced.origins] == ["Ana Prell"]
    assert [(step.from_, step.to) for step in traced.origins[0].chain] == [("Ana Prell", "Echo")]


def test_rumours_are_nobodys_word() -> None:
    words = "the ferry will be sold before the winter"
    one = article("Echo", f"Rumours suggest that {words}.")
    rumour = replace(told(one, words, speaker("Ana Prell")), speaker=None, source=Span(0, 7))
    assert counts(trace([one], [rumour]))[:2] == (0, 1)


def test_people_told_by_their_duty_are_the_one_body_of_that_name_in_the_text() -> None:
    words = "the tram took the bend by the harbour far too fast"
    branch = speaker("Orby Tram Investigation Branch", "organisation")
    fire = speaker("Orby Fire Brigade", "organisation")
    people = speaker("Investigators", "group")
    one = article("Echo", f"Investigators said {words}. The Orby Tram Investigation Branch came at noon.")
    other = article("Post", f"Investigators said {words}. The Orby Fire Brigade came at noon.")
    traced = trace([one, other], [told(each, words, people) for each in (one, other)], [branch, fire, people])
    assert {origin.name for origin in traced.origins} == {branch.name, "Investigators"}
    [same] = [step for origin in traced.origins for step in origin.chain if step.because == "same"]
    assert same.why
    assert same.changes_if


def test_findings_are_of_the_body_that_they_are_called_by() -> None:
    words = "the tram took the bend by the harbour far too fast"
    findings = speaker("Initial findings of the Orby Tram Investigation Branch", "document")
    page = speaker("statement on the brand's page", "document")
    one = article("Echo", f"Initial findings of the Orby Tram Investigation Branch show that {words}.")
    assert [origin.name for origin in trace([one], [told(one, words, findings)], [findings]).origins] == [
        "Orby Tram Investigation Branch"
    ]
    assert [origin.name for origin in trace([one], [told(one, words, page)], [page]).origins] == [page.name]


def test_a_person_with_their_colleagues_is_one_voucher() -> None:
    words = "the tricks of the trade were seen from close by"
    harris, others = speaker("Bram Tully"), speaker("his colleagues", "group")
    one = article("Echo", f"Bram Tully and his colleagues say {words}.")
    statement = replace(told(one, words, harris), with_=(others.id,))
    assert [origin.name for origin in trace([one], [statement], [harris, others]).origins] == ["Bram Tully"]


def test_a_committee_of_people_is_no_part_of_them() -> None:
    words = "the ferry should run in the winter"
    parents = speaker("parents' committee", "organisation")
    one = article("Echo", f"The parents' committee thinks {words}.")
    assert [origin.name for origin in trace([one], [told(one, words, parents)], [parents]).origins] == [parents.name]


def test_who_has_not_been_heard_of_knows_nothing_by_that() -> None:
    words = "the lashings of the ship were rusted"
    hand = speaker("deckhand", "unnamed")
    one = article("Echo", f"The deckhand who said {words} has not been heard of since.")
    [origin] = trace([one], [told(one, words, hand)], [hand]).origins
    assert origin.standing == "not_shown"


def test_whoever_keeps_the_register_is_shown_to_know() -> None:
    words = "the lashings were inspected on 8 November"
    master = speaker("Agnete Rusk", role="lock keeper")
    one = article("Echo", f"{words.capitalize()}, said Agnete Rusk, who keeps the register of surveys.")
    [origin] = trace([one], [told(one, words.capitalize(), master)], [master]).origins
    assert origin.standing == "shown"


def test_an_outlet_named_as_speaker_and_in_its_own_voice_is_followed_both_ways() -> None:
    words = "the letter of the council came in March"
    ledger = speaker("Ledger", "organisation")
    one = article("Ledger", f"The Ledger can report that {words}. The Ledger has seen the letter: {words} again.")
    traced = trace([one], [told(one, words, ledger), told(one, words + " again")], [ledger])
    assert {origin.name for origin in traced.origins} == {"Ledger"}


def test_a_mayor_and_her_deputy_are_two() -> None:
    words = "the bridge will be shut for a week"
    mayor, deputy = speaker("Ana Prell"), speaker("her deputy", "unnamed")
    one = article("Echo", f"Ana Prell and her deputy said {words}.")
    statement = replace(told(one, words, mayor), with_=(deputy.id,))
    assert len(trace([one], [statement], [mayor, deputy]).origins) == 2


def test_a_register_is_the_record_itself() -> None:
    words = "the lashings were inspected on 8 November"
    log = speaker("port's log", "document")
    one = article("Echo", f"The port's log shows that {words}.")
    [origin] = trace([one], [told(one, words, log)], [log]).origins
    assert origin.standing == "shown"
