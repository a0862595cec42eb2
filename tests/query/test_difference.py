"""What has changed in meaning from one map to another."""

from hypothesis import given

import argmap
from argmap.formats import loads, writer
from argmap.model import Map
from argmap.query.difference import both, difference
from argmap.testing import maps

OLD = """\
argmap: 1
title: Old
thesis: close
claims:
  close: {text: The bridge should be closed to cars., supported_by: [[cracked, grows], walk], attacked_by: [shops]}
  cracked: {text: The arch of the bridge is cracked., assumed: true}
  grows: {text: Cracks in an arch grow under load.}
  walk: {text: The river walk would be joined.}
  shops: {text: The shops will lose customers., attacked_by: [foot]}
  foot: {text: Most customers come on foot.}
"""


def changed(*pairs):
    new = OLD
    for before, after in pairs:
        assert before in new
        new = new.replace(before, after)
    return difference(argmap.loads(OLD), argmap.loads(new))


@given(maps())
def test_nothing_has_changed_in_the_same_map_however_it_is_written(map):
    assert not difference(map, map)
    try:
        text = writer.to_yaml(map)
    except ValueError:
        return
    assert not difference(map, loads(text))


@given(maps(), maps())
def test_two_ways_are_each_others_contrary(one, other):
    assert bool(difference(one, other)) == bool(difference(other, one))


def test_order_and_derived_ids_do_not_count():
    assert not changed(("[cracked, grows]", "[grows, cracked]"), ("[[", "[walk, ["), ("], walk]", "]]"))


def test_a_reworded_claim():
    (it,) = changed(("is cracked", "is badly cracked")).changed
    assert it.words == [("same", "The arch of the bridge is"), ("added", "badly"), ("same", "cracked.")]


def test_two_relations_give_way_to_one_of_another_kind():
    head = "argmap: 1\nclaims:\n  a: {text: A.}\n  b: {text: B., "
    found = difference(
        argmap.loads(f"{head}supported_by: [a], attacked_by: [a]}}\n"),
        argmap.loads(f"{head}rephrased_by: [a]}}\n"),
    )
    assert [(it.old.kind, it.new.kind) for it in found.changed_relations] == [("supports", "rephrases")]
    assert [it.kind for it in found.removed_relations] == ["attacks"]


def test_a_renamed_claim_is_known_by_its_text():
    found = changed(("cracked:", "arch-cracked:"), ("[cracked,", "[arch-cracked,"))
    (it,) = found.changed
    assert (it.old.id, it.new.id, dict(it.fields)) == ("cracked", "arch-cracked", {})
    assert (found.added, found.removed, found.added_relations, found.removed_relations) == ((), (), (), ())
    (it,) = changed(
        ("cracked:", "arch:"), ("[cracked,", "[arch,"), ("is cracked", "is badly cracked")
    ).changed
    assert (it.old.id, it.new.id) == ("cracked", "arch")


def numbered(*texts):
    claims = "".join(f"  '1.{n}': {{text: {text}}}\n" for n, text in enumerate(texts, 1))
    reasons = ", ".join(f"'1.{n}'" for n in range(1, len(texts) + 1))
    return argmap.loads(
        f"argmap: 1\nthesis: '1'\nclaims:\n  '1': {{text: It should close., supported_by: [{reasons}]}}\n{claims}"
    )


def test_claims_whose_numbers_have_moved_up_are_known_by_their_texts():
    rain, snow, wind = "The rain gets in.", "The snow lies too deep.", "Nobody can stand in the wind."
    found = difference(numbered(rain, snow), numbered(wind, rain, snow))
    assert [claim.text for claim in found.added] == [wind]
    assert [(it.old.id, it.new.id) for it in found.changed] == [("1.1", "1.2"), ("1.2", "1.3")]
    assert found.removed == found.removed_relations == ()
    gone = difference(numbered(wind, rain, snow), numbered(rain, snow))
    assert [claim.text for claim in gone.removed] == [wind]
    assert [(it.old.id, it.new.id) for it in gone.changed] == [("1.2", "1.1"), ("1.3", "1.2")]
    assert [relation.premises for relation in gone.removed_relations] == [("1.1",)]
    together, marks = both(numbered(wind, rain, snow), numbered(rain, snow), gone)
    assert together.claims["1.1.was"].text == wind
    assert together.claims["1.1"].text == rain
    assert marks["1.1.was"] == "removed"


def test_a_claim_whose_text_goes_to_a_new_one_keeps_its_id_if_nothing_else_has_it():
    found = difference(
        numbered("The rain gets in."), numbered("The rain gets in at night.", "The rain gets in.")
    )
    assert [(it.old.id, it.new.id) for it in found.changed] == [("1.1", "1.2")]
    assert [claim.id for claim in found.added] == ["1.1"]


def test_what_is_added_and_removed_and_what_it_turns():
    found = changed((", attacked_by: [foot]}", "}"), ("  foot: {text: Most customers come on foot.}\n", ""))
    assert [claim.id for claim in found.removed] == ["foot"]
    assert [relation.id for relation in found.removed_relations] == ["foot:attacks:shops"]
    assert found.verdicts == {"close": ("stands", "falls"), "shops": ("falls", "stands")}


def test_a_relation_of_another_kind():
    found = changed((", walk]", "]"), ("[shops]", "[shops, walk]"))
    (it,) = found.changed_relations
    assert [str(kind) for kind in it.fields["kind"]] == ["supports", "attacks"]
    assert (found.added_relations, found.removed_relations) == ((), ())


def test_fields_of_claims_and_of_the_map():
    found = changed(("assumed: true", "assumed: Anyone can see it."), ("title: Old", "title: New"))
    assert found.changed[0].fields == {"assumed": (True, "Anyone can see it.")}
    assert found.map_fields == {"title": ("Old", "New")}


def test_both_in_one():
    old = argmap.loads(OLD)
    new = argmap.loads(
        OLD.replace(", walk]", "]").replace("attacked_by: [foot]", "attacked_by: [noise]")
        + "  noise: {text: Cars are loud.}\n"
    )
    whole, marks = both(old, new, difference(old, new))
    assert marks == {
        "noise": "added",
        "noise:attacks:shops": "added",
        "foot:attacks:shops": "removed",
        "walk:supports:close": "removed",
    }
    assert whole.relations["walk:supports:close"].target == "close"


@given(maps(), maps())
def test_both_in_one_are_a_map_with_all_of_both(old, new):
    found = difference(old, new)
    whole, marks = both(old, new, found)
    Map.model_validate(whole.model_dump())
    assert len(whole.claims) == len(new.claims) + len(found.removed)
    texts = [claim.text for claim in (*new.claims.values(), *found.removed)]
    assert sorted(claim.text for claim in whole.claims.values()) == sorted(texts)
    assert set(marks) <= {*whole.claims, *whole.relations}
