"""Sources of one article joined to whom they mean."""

import pytest

from sayso.spans import Span
from sayso.understanding.speakers.cast import Cast, Member, joint_parties


def members(text: str, *sources: str, told: tuple[str, ...] = ()) -> list[Member | None]:
    """Whom each of `sources`, taken in order of `text`, is resolved to; `told` are the quoted or reported words."""
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in told]
    cast, at, found = Cast(text, spans), 0, []
    for source in sources:
        at = text.index(source, at)
        found.append(cast.resolve(Span(at, at + len(source)), at))
        at += len(source)
    return found


def resolve(text: str, *sources: str, told: tuple[str, ...] = ()) -> list[str | None]:
    """The name that each of `sources` is resolved to."""
    return [member.name if member else None for member in members(text, *sources, told=told)]


def test_a_surname_means_the_full_name_given_before() -> None:
    text = "Mayor Anna Holt opened the bridge. It was late, Holt said."
    assert resolve(text, "Mayor Anna Holt", "Holt") == ["Anna Holt", "Anna Holt"]


def test_a_surname_means_the_full_name_given_after() -> None:
    text = "Holt said the bridge was safe. It was her first speech since Anna Maria Holt took office."
    assert resolve(text, "Holt") == ["Anna Maria Holt"]


def test_a_given_name_alone_means_the_full_name() -> None:
    text = "Keeper Peter Lund saved three shots. Peter said it was luck."
    assert resolve(text, "Peter said"[:5], "Peter said"[:5])[-1] == "Peter Lund"


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("Rep. P.J. Marrow spoke first. Marrow said no.", "Marrow said"[:6], "P.J. Marrow"),
        ('Rep. Walter C. "Buddy" Prell (D-Va.) left. It was over, Prell said.', "Prell said"[:5], 'Walter C. "Buddy" Prell'),
        ("Noor Al-Sabri runs the port. It is open, Al-Sabri said.", "Al-Sabri said"[:8], "Noor Al-Sabri"),
        ("Emma Rosa Lind moved away. It helped, Rosa Lind said.", "Rosa Lind said"[:9], "Emma Rosa Lind"),
        ("Crooked Ana Lind lost. Ana Lind won twice before. She cheated, Lind said.", "Lind said"[:4], "Ana Lind"),
    ],
)  # fmt: skip
def test_names_are_whole(text: str, source: str, name: str) -> None:
    at = text.rindex(source)
    member = Cast(text, []).resolve(Span(at, at + len(source)), at)
    assert member is not None
    assert member.name == name


def test_a_heading_in_title_case_names_nobody() -> None:
    text = "Holt Says New Harbour Bridge Will Open Soon\n\nMs. Holt opened the bridge. It was late, she said."
    assert resolve(text, "she") == ["Holt"]


def test_he_is_the_last_who_spoke() -> None:
    text = "It rained, said Peter Voss. The roof fell in, he said."
    assert resolve(text, "Peter Voss", "he") == ["Peter Voss", "Peter Voss"]


def test_she_is_not_a_man() -> None:
    text = "It rained, said spokeswoman Lena Adler. Mr. Jonas Pohl said no. The roof fell, she said."
    assert resolve(text, "spokeswoman Lena Adler", "Jonas Pohl", "she")[-1] == "Lena Adler"


def test_the_subject_of_the_sentence_before_comes_before_the_last_speaker() -> None:
    text = "It rained, said Peter Voss. Then Karl Brandt asked for money. He called the roof unsafe."
    assert resolve(text, "Peter Voss", "He")[-1] == "Karl Brandt"


def test_a_quotation_goes_on_with_who_spoke_before() -> None:
    text = 'Karl Brandt met the mayor. "We waited for Peter Voss," said Karl Brandt. "He was late," he said.'
    assert (
        resolve(text, "Karl Brandt.", "he", told=('"We waited for Peter Voss,"', '"He was late,"'))[-1] == "Karl Brandt"
    )


def test_a_name_inside_what_is_told_does_not_speak() -> None:
    text = "Lena Adler blamed the wind. “Olga Brandt built it,” Lena Adler said.\n“And Olga Brandt sold it.” She added: “I left.”"
    source = text.index("She added")
    cast = Cast(text, [])
    at = text.index("Lena Adler said")
    cast.resolve(Span(at, at + 10), at)
    member = cast.resolve(Span(source, source + 3), source)
    assert member is not None
    assert member.name == "Lena Adler"


def test_i_in_a_quotation_is_who_speaks_and_elsewhere_the_author() -> None:
    text = "“It rained,” Lena Adler said, “and I think it will again.” I think so too."
    assert resolve(text, "Lena Adler", "I", "I") == ["Lena Adler", "Lena Adler", None]


@pytest.mark.parametrize("pronoun", ["you", "You", "one"])
def test_the_reader_is_nobody(pronoun: str) -> None:
    assert resolve(f"Peter Voss left. How do {pronoun} know?", pronoun) == [None]


def test_who_is_told_does_not_speak() -> None:
    text = "The bridge is open, Anna Holt told Peter Voss."
    assert resolve(text, "Anna Holt", "Peter Voss") == ["Anna Holt", None]


def test_an_office_means_who_holds_it() -> None:
    text = "Transport Minister Oskar Brandl came. The strait would open, the minister said."
    assert resolve(text, "the minister") == ["Oskar Brandl"]


def test_an_office_of_another_country_is_somebody_else() -> None:
    text = "French President Luc Marais left. The trade deal was dead, the President of Chile said."
    assert resolve(text, "the President of Chile") == ["President of Chile"]


def test_a_vice_president_is_not_the_president() -> None:
    text = "President Mark Dole left. Vice President Olga Tann stayed. It was late, the president said."
    assert resolve(text, "the president said"[:13]) == ["Mark Dole"]


def test_an_epithet_means_who_was_named_before() -> None:
    text = "Mark Dole bought the yard. It was cheap, the billionaire said."
    assert resolve(text, "the billionaire") == ["Mark Dole"]


def test_a_kind_of_body_means_the_one_named() -> None:
    text = "The Dockers' Federation met. No ship would sail, the union said."
    assert resolve(text, "the union") == ["Dockers' Federation"]


def test_a_body_described_before_it_is_named_bears_its_name() -> None:
    text = "A union representing dockers called a strike. The Association of Dockers wants more pay."
    assert resolve(text, "A union representing dockers") == ["Association of Dockers"]


def test_a_company_is_the_one_that_spoke() -> None:
    text = "The ships are late, Ostrel said. Storms were to blame, the company said."
    assert resolve(text, "Ostrel", "the company") == ["Ostrel", "Ostrel"]


def test_the_spokesman_of_a_body_belongs_to_it() -> None:
    text = "The ships are late, Ostrel Lines said. They will sail, its managing director said."
    member = members(text, "Ostrel Lines", "its managing director")[-1]
    assert member is not None
    assert (member.kind, member.affiliation) == ("person", "Ostrel Lines")


def test_a_document_keeps_its_fuller_description() -> None:
    text = "Beams rot, according to a new study by the Orby Institute. The study says so twice."
    member = members(text, "The study")[0]
    assert member is not None
    assert (member.kind, member.name) == ("document", "a new study by the Orby Institute")


def test_a_document_is_known_by_its_title() -> None:
    text = "She wrote a memoir of the sea entitled The Long Watch: My Years on Deck.\nIt was cold, the book says."
    assert resolve(text, "the book") == ["The Long Watch: My Years on Deck"]


def test_plurals_keep_the_fuller_description() -> None:
    text = "The bridge is safe, two harbour officials said. It was checked twice, the officials said."
    first, second = members(text, "two harbour officials", "the officials")
    assert first is second


def test_they_are_the_last_group() -> None:
    text = "The council met twenty former deckhands. They described rats."
    assert resolve(text, "They") == ["twenty former deckhands"]


def test_two_unnamed_people_stay_two() -> None:
    text = "It was rusted, a deckhand said. It was not, another deckhand said."
    first, second = members(text, "a deckhand", "another deckhand")
    assert first is not second


def test_an_unnamed_source_is_not_joined_to_a_name_inside_it() -> None:
    text = "Mark Dole will run. He is ready, people close to Dole said."
    member = members(text, "people close to Dole")[0]
    assert member is not None
    assert (member.kind, member.name) == ("unnamed", "people close to Dole")


def test_a_surname_that_two_people_bear_alike_is_joined_to_neither() -> None:
    text = "Karl Brandt and Olga Brandt met. It was over, Brandt said."
    assert resolve(text, "Karl Brandt", "Olga Brandt", "Brandt") == ["Karl Brandt", "Olga Brandt", "Brandt"]


def test_a_surname_that_two_people_bear_means_the_one_it_meant_before() -> None:
    text = (
        "Karl Brandt leads the yard. Brandt was born there. Brandt said so often.\n"
        "His mother, Olga Brandt, drives a crane.\nThe yard will close.\nWork goes on, said Lena Adler.\nIt is over, Brandt said."
    )
    at = text.rindex("Brandt said")
    member = Cast(text, []).resolve(Span(at, at + 6), at)
    assert member is not None
    assert member.name == "Karl Brandt"


def test_a_title_tells_two_of_one_surname_apart() -> None:
    text = "Karl Brandt and Olga Brandt met. It was over, Mrs. Brandt said."
    assert resolve(text, "Mrs. Brandt") == ["Olga Brandt"]


def test_they_are_not_one_person() -> None:
    text = "It rained, said Peter Voss. The roof fell in, they said."
    assert resolve(text, "Peter Voss", "they") == ["Peter Voss", None]


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("They met Anna Holt, who said no.", "who", "Anna Holt"),
        ("He paid Future9, a super PAC that wants more.", "that", "Future9"),
        ("They heard Nils Prell, 24, from Orby, who said no.", "who", "Nils Prell"),
        ("There remain those in the fishing world who want more.", "who", "those"),
        ("They asked a deckhand who saw it and who feared the rope.", "who feared"[:3], "a deckhand"),
    ],
)
def test_a_relative_pronoun_attaches_to_what_stands_before_it(text: str, pronoun: str, name: str) -> None:
    at = text.rindex(pronoun)
    member = Cast(text, []).resolve(Span(at, at + len(pronoun)), at)
    assert member is not None
    assert member.name == name


def test_two_who_speak_together_are_two() -> None:
    text = "Mayor Anna Holt and the coast guard said the bridge was safe."
    source = Span(0, text.index(" said"))
    assert [span.cut(text) for span in joint_parties(text, source)] == ["Mayor Anna Holt", "the coast guard"]


def test_two_surnames_of_people_named_elsewhere_are_two() -> None:
    text = "Holt and Voss said no. Anna Holt and Peter Voss left."
    assert [span.cut(text) for span in joint_parties(text, Span(0, 13))] == ["Holt", "Voss"]


def test_a_firm_of_two_names_is_one() -> None:
    text = "Tolland and Wray said the beams were rotten."
    assert joint_parties(text, Span(0, 16)) == [Span(0, 16)]


def test_an_apposition_after_a_name_means_the_name() -> None:
    text = "Mara Quint, the director of the Harbour Office, criticised the plan."
    assert resolve(text, "the director of the Harbour Office") == ["Mara Quint"]


def test_an_apposition_after_a_body_means_the_body() -> None:
    text = "He took it over from Tolland Energy, another mining company that had gone bankrupt."
    assert resolve(text, "another mining company") == ["Tolland Energy"]


def test_a_place_before_a_comma_is_nobody() -> None:
    text = "Nine boxes were lost in the Tarrow Strait, the harbour master said."
    assert resolve(text, "the harbour master") == ["harbour master"]


def test_a_union_with_and_in_its_name_is_one() -> None:
    text = "Seafarers’ and Dockers’ Union said no."
    assert joint_parties(text, Span(0, 29)) == [Span(0, 29)]


def test_a_thing_that_says_nothing_is_nobody() -> None:
    assert resolve("Mark Dole spoke. But that loose setting showed his haste.", "that loose setting") == [None]


def test_roles_and_seats_are_learned_beside_a_name() -> None:
    text = "It is late. Sen. Mark Dole (R-Fla.) stayed, and the mayor of Orby, Anna Holt, left. Dole said no. Holt said yes."
    dole, holt = members(text, "Dole said"[:4], "Holt said"[:4])
    assert dole is not None
    assert holt is not None
    assert (dole.role, dole.affiliation) == ("Sen.", "R-Fla.")
    assert (holt.role, holt.affiliation) == ("mayor of Orby", "Orby")


def test_nobody_is_no_speaker() -> None:
    assert resolve("Nobody on the pier said a word. No one said why.", "Nobody on the pier", "No one") == [None, None]


def test_two_roles_before_a_name_are_one_person() -> None:
    text = "Former pilot and Orby Mayor Ana Prell spoke. The bridge is safe, Prell said."
    source = Span(0, text.index(" spoke"))
    assert joint_parties(text, source) == [source]
    assert resolve(text, "Former pilot and Orby Mayor Ana Prell", "Prell") == ["Ana Prell", "Ana Prell"]


def test_an_epithet_with_a_second_role_is_one_person() -> None:
    text = "Ana Prell lost. The billionaire and former mayor said so."
    start = text.index("The billionaire")
    assert joint_parties(text, Span(start, text.index(" said"))) == [Span(start, start + len("The billionaire"))]


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("Hawks head Major-Gen Gorvan Telli spoke. It was late, Telli said.", "Telli", "Gorvan Telli"),
        ("MK Noor Sabri left. It was late, Sabri said.", "Sabri", "Noor Sabri"),
        ("Orby Rowing Club Captain Ian Prell won. It was close, Prell said.", "Prell", "Ian Prell"),
        ("Tennis great Anna Jean King won. It was close, she said.", "Tennis great Anna Jean King", "Anna Jean King"),
        ("The state Division of Ferries said no.", "the state Division of Ferries"[4:], "Division of Ferries"),
    ],
)
def test_offices_before_a_name_are_no_part_of_it(text: str, source: str, name: str) -> None:
    at = text.rindex(source)
    member = Cast(text, []).resolve(Span(at, at + len(source)), at)
    assert member is not None
    assert member.name == name


def test_who_took_a_picture_is_nobody_that_he_may_mean() -> None:
    text = "Ian Prell swam home. The boat sank. (Photo: Carl Lind/Orby Post) He said it was cold."
    assert resolve(text, "He") == ["Ian Prell"]


def test_they_are_those_who_are_named_together() -> None:
    text = "Ana Prell and Carl Lind built the ferry with three workers. It leaks, they said."
    cast = Cast(text, [])
    at = text.index("they")
    assert [one.name for one in cast.resolve_all(Span(at, at + 4), at) if one] == ["Ana Prell", "Carl Lind"]


def test_the_two_are_those_who_were_named_last() -> None:
    text = "Ana Prell met Carl Lind in Orby. The two said nothing of the ferry."
    cast = Cast(text, [])
    at = text.index("The two")
    assert [one.name for one in cast.resolve_all(Span(at, at + 7), at) if one] == ["Ana Prell", "Carl Lind"]


def test_a_president_is_not_the_first_lady_of_the_same_surname() -> None:
    text = "Ana Prell, the first lady, arrived. President Prell waved. The bridge is safe, the president said."
    assert resolve(text, "the president") == ["Prell"]


def test_a_firm_is_each_time_the_one_named_last() -> None:
    text = (
        "Ostrel Lines cut fares on Monday. The company said costs fell. Tolland Energy lost money at Tolland Point. "
        "The company said coal was dear."
    )
    assert resolve(text, "The company", "The company") == ["Ostrel Lines", "Tolland Energy"]


def test_many_of_whom_are_those_before_it() -> None:
    text = "It angered the dockers, many of whom say the fee is unfair."
    assert resolve(text, "many of whom") == ["dockers"]


def test_no_body_is_a_who() -> None:
    text = "Officials in the ministry who spoke to us said no."
    assert resolve(text, "who") == ["Officials in the ministry"]


def test_an_aide_beside_a_name_is_no_apposition() -> None:
    text = "Ana Prell won. Prell, a top aide said, is tired."
    assert resolve(text, "a top aide") == ["a top aide"]


@pytest.mark.parametrize(
    ("text", "source", "role", "affiliation"),
    [
        ("Rep. Ana Prell (D-Orby), head of the Orby Harbour Council, said no.", "Rep. Ana Prell", "head of the Orby Harbour Council", "Orby Harbour Council"),
        ("Ana Prell, an adviser in Orby Falls, said no.", "Ana Prell", "adviser in Orby Falls", None),
        ("Ana Prell, the mayor’s daughter, said no.", "Ana Prell", None, None),
        ("Ana Prell, who studies tides at the Orby Institute, said no.", "Ana Prell", None, "Orby Institute"),
        ("It rains, said Orby Bank’s chief economist, Ana Prell.", "Ana Prell", "chief economist", "Orby Bank"),
        ("Orby Bank director and senior economist Ana Prell said no.", "Orby Bank director and senior economist Ana Prell", "senior economist", "Orby Bank"),
    ],
)  # fmt: skip
def test_roles_and_bodies_beside_a_name(text: str, source: str, role: str | None, affiliation: str | None) -> None:
    member = members(text, source)[0]
    assert member is not None
    assert (member.role, member.affiliation) == (role, affiliation)


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("The AP counts boats. The Associated Press’ count is long. It rains, the AP said.", "the AP said", "Associated Press"),
        ("The Tann-Orby Eel Research Center opened. Quays sink, the Eel Research Center said.", "the Eel Research Center", "Tann-Orby Eel Research Center"),
        ("Orby pays, the Committee for a Cleaner Harbour said.", "the Committee for a Cleaner Harbour", "Committee for a Cleaner Harbour"),
        ('"It is good," Abu Omar Al Tann told us. Al Tann left.', "Al Tann left", "Abu Omar Al Tann"),
        ('<post author="anaprell">Rain.</post>', 'author="anaprell"', "anaprell"),
    ],
)  # fmt: skip
def test_names_are_the_fullest(text: str, source: str, name: str) -> None:
    source = source.removesuffix(" said").removesuffix(" left")
    at = text.rindex(source)
    member = Cast(text, []).resolve(Span(at, at + len(source)), at)
    assert member is not None
    assert member.name == name


@pytest.mark.parametrize(
    ("text", "role", "affiliation"),
    [
        ("Ana Prell, co-founder of the Institute for Slow Tides, said no.", "co-founder of the Institute for Slow Tides", "Institute for Slow Tides"),
        ("Ana Prell, the Tann campaign’s chief fundraiser, said no.", "chief fundraiser", "Tann campaign"),
        ("Ana Prell, Orby Economics managing director and head of boats, said no.", "Orby Economics managing director and head of boats", "Orby Economics"),
        ("Ana Prell, who became the C.E.O. of the Quay Fund last year, said no.", "C.E.O. of the Quay Fund", "Quay Fund"),
        ("Ana Prell, the top Democrat on the Harbour Committee, said that it would never do.", "top Democrat on the Harbour Committee", "Harbour Committee"),
        ("Conservative historian Ana Prell, who studies tides at the Orby Institute, said no.", "Conservative historian", "Orby Institute"),
        ("Ana Prell of Seven Sails, a Port Ellery shipping firm, said no.", None, "Seven Sails"),
        ("As chief engineer for Orby Bank, Ana Prell said no.", "chief engineer for Orby Bank", "Orby Bank"),
        ("It rains, minister of tides and ferries Ana Prell said.", "minister of tides and ferries", None),
        ("Ana Prell left Orby. Prell, a geologist, said no.", "geologist", None),
        ("Ana Prell, a resident of Orby, said no.", None, None),
        ("Ana Prell, a resident who lives near the quay, said no.", None, None),
    ],
)  # fmt: skip
def test_roles_told_in_other_words(text: str, role: str | None, affiliation: str | None) -> None:
    source = "minister of tides and ferries Ana Prell" if "minister" in text else "Prell"
    at = text.rindex(source)
    member = Cast(text, []).resolve(Span(at, at + len(source)), at)
    assert member is not None
    assert (member.role, member.affiliation) == (role, affiliation)


@pytest.mark.parametrize("text", ["In 2016, which showed it.", "Prizes went to 1,200, who said so."])
def test_a_number_before_a_relative_pronoun_is_nobody(text: str) -> None:
    start = text.index("wh")
    cast = Cast(text, [])
    assert cast.resolve(Span(start, text.index(" ", start)), start) is None


def test_a_president_is_not_the_first_lady_who_is_named_in_full() -> None:
    text = (
        "President Prell opened the bridge. Later first lady Mika Prell met the crews. "
        "Prell said it was late. President-elect Ivo Lind was there. The president-elect said it was cold."
    )
    assert resolve(text, "President Prell", "Prell said"[:5], "The president-elect") == ["Prell", "Prell", "Ivo Lind"]


def test_a_study_by_somebody_is_no_person() -> None:
    text = "A 2014 study by law professor Ana Prell found 31 leaks. The study said more."
    [study] = members(text, "A 2014 study by law professor Ana Prell")
    assert study is not None
    assert study.kind == "document"


def test_the_company_of_a_spokeswoman_is_the_one_told_of() -> None:
    text = "Ostrel Lines has sold two ferries. They were old, a company spokeswoman said."
    [found] = members(text, "a company spokeswoman")
    assert found
    assert (found.kind, found.affiliation) == ("unnamed", "Ostrel Lines")


def test_rumours_are_nobody() -> None:
    assert resolve("Rumours suggest that the ferry will be sold.", "Rumours") == [None]


def test_a_document_is_of_the_company_that_it_is_called_by() -> None:
    text = "Ostrel Lines is old. The company’s manifest shows two ferries."
    [manifest] = members(text, "The company’s manifest")
    assert manifest
    assert (manifest.kind, manifest.affiliation) == ("document", "Ostrel Lines")


def test_who_signs_a_post_is_no_company() -> None:
    text = (
        "Brackle Foods has cut its bars. Brackle Foods blamed the costs. I will never buy one again -- Lotty Earn (@lottyearn) May 8, 2016\n"
        "The company cites the price of cocoa."
    )
    assert resolve(text, "Lotty Earn (@lottyearn)", "The company") == ["Lotty Earn", "Brackle Foods"]


def test_a_title_cut_off_its_name_is_the_one_named() -> None:
    text = "Dr. Ada Lind runs the clinic. It is safe, according to Dr. Ada Lind."
    at = text.rindex("Dr")
    member = Cast(text, []).resolve(Span(at, at + 2), at)
    assert member
    assert member.name == "Ada Lind"


def test_the_authors_own_father_is_nobody_named() -> None:
    text = "Director Bram Tully runs the line. Tully was late. My father, who was a clerk, used to say so."
    assert resolve(text, "Director Bram Tully", "My father, who was a clerk,")[1] != "Bram Tully"


def test_a_gossip_columnist_is_somebody_and_a_surname_no_title() -> None:
    assert resolve("Gossip columnist Ada Lind said so.", "Gossip columnist Ada Lind") == ["Ada Lind"]
    text = "Bram King runs the clinic. The roof is safe, said King. Ada Lind, the mayor, disagreed."
    at = text.index("King. Ada")
    member = Cast(text, []).resolve(Span(at, at + 4), at)
    assert member
    assert member.name != "Ada Lind"


def test_people_joined_by_and_are_one_phrase() -> None:
    text = "Lind unveiled a list of endorsements from 95 retired generals and admirals -- who cited her years at sea."
    assert resolve(text, "who") == ["95 retired generals and admirals"]


def test_the_name_of_somebodys_firm_begins_in_its_sentence() -> None:
    text = (
        "Bram Tully grew up in West Orby. Bram Tully's new firm cleaned the pits. Tully took on more. "
        "This spring, his firm bid for a mine."
    )
    assert resolve(text, "Bram Tully", "his firm") == ["Bram Tully", "Bram Tully's new firm"]
