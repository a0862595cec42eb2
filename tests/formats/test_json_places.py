"""Places in a JSON text."""

from argmap.formats.json_places import JsonPlaces

TEXT = ' {"a": [1, {"b": true}], "c": {}}\n'


def test_places():
    places = JsonPlaces(TEXT)
    for path, words in [
        ((), TEXT.strip()),
        (("a",), '[1, {"b": true}]'),
        (("a", 1, "b"), "true"),
        (("a", 7), '[1, {"b": true}]'),
        (("c", "d"), "{}"),
    ]:
        start, end = places.find(path)
        assert TEXT[start:end] == words


def test_the_end_of_the_text_is_looked_for_once():
    class Noting(str):
        __slots__ = ()

        def rstrip(self, *characters):
            sought.append(self)
            return str.rstrip(self, *characters)

    sought = []
    places = JsonPlaces(Noting(TEXT))
    for _ in range(3):
        places.find(("c",))
    assert len(sought) == 1
