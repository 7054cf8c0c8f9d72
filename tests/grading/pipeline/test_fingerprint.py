"""A grade holds as long as nothing that it was made from changes."""

from hypothesis import given
from hypothesis import strategies as st

from ecotools.grading.pipeline.fingerprint import digest, environment

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab"), inner, max_size=3),
    max_leaves=6,
)


@given(values, values)
def test_only_the_same_things_have_the_same_hash(one, other):
    assert digest(one) == digest(one)
    assert (digest(one) == digest(other)) == (said(one) == said(other))


def said(value):
    """Return a text that says what ``value`` is, whatever order its keys came in."""
    if isinstance(value, dict):
        return "{" + ",".join(sorted(f"{key!r}:{said(item)}" for key, item in value.items())) + "}"
    return "[" + ",".join(map(said, value)) + "]" if isinstance(value, list) else repr(value)


def test_the_environment_is_the_same_as_long_as_nothing_is_installed():
    before = environment()
    environment.cache_clear()
    assert environment() == before
