"""What a text itself gets wrong is told beside it."""

from sayso.understanding.analyse import analyse
from sayso.understanding.encoder import Encoder
from tests.invented import article


def test_sums_given_as_equal_that_cannot_be_are_told_with_their_place() -> None:
    text = "The harbour paid $5 million (€460 million) for the crane, and the mast stands 10 metres (33 feet) high."
    (problem,) = analyse(article("Echo", text), Encoder()).problems
    assert "“$5 million” and “€460 million”" in problem.what
    assert problem.where == article("Echo", text).id
