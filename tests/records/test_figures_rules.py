"""What the author of an indicator reads about a limit that would hide nothing rightly."""

from hubatlas.records.figures_rules import indicator_findings
from tests.builders import an_indicator


def test_only_counts_can_be_too_small_to_show() -> None:
    [finding] = indicator_findings(an_indicator(kind="percent", suppress_below=5))
    assert finding.where == ("suppress_below",)
    assert finding.message == """suppress_below is for counts, and this indicator's kind is "percent\""""
    assert list(indicator_findings(an_indicator(kind="count", suppress_below=5))) == []
    assert list(indicator_findings(an_indicator(kind="percent"))) == []
