"""Findings in full: the lines of the file, marks beneath, what to do."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from argmap.finding import LINE_BREAK, Span
from argmap.report import concise, full, text
from argmap.report.frame import _window, split_lines
from argmap.report.screen import Screen, cells
from report.making import CIRCLE, ORPHAN, SOURCE, finding, frame, shown


def test_places_labels_and_help(snapshot):
    assert shown(SOURCE, CIRCLE, ORPHAN) == snapshot


def test_narrow(snapshot):
    assert shown(SOURCE, CIRCLE, width=36) == snapshot


def test_no_limit_on_width_keeps_messages_on_one_line():
    text = full([CIRCLE], {"map.yaml": SOURCE}).plain()
    assert f"error AM104 circular-support: {CIRCLE.message}\n" in text
    assert f"= help: {CIRCLE.help}\n" in text


def test_the_same_help_is_given_once():
    again = finding(7, 3, 19, help=ORPHAN.help)
    other = finding(7, 3, 19, help=ORPHAN.help, code="AM105")
    assert shown(SOURCE, ORPHAN, again, other).count("= help:") == 2


def test_two_marks_in_one_line_show_the_line_once(snapshot):
    assert shown(SOURCE, finding(6, 20, 36, related=(("first here", (6, 5, 6, 17)),))) == snapshot


def test_many_places_are_counted(snapshot):
    related = tuple((f"place {line}", (line, 1, line, 3)) for line in range(1, 12))
    assert shown(SOURCE, finding(10, 3, 7, related=related, help="Look.")) == snapshot


def test_file_that_is_not_at_hand_is_named():
    text = full([CIRCLE], {}).plain()
    assert text.split("\n")[1:] == [" --> map.yaml:6:20", f"  = help: {CIRCLE.help}", ""]


@pytest.mark.parametrize("source", ["", "\n", "one line"])
def test_place_at_or_beyond_the_end(source):
    assert "map.yaml:1:1" in shown(source, finding(1, 1, 1))
    assert shown(source, finding(99, 99, 100))
    assert " 1 |" not in shown(source, finding(99, 99, 100))


def test_empty_file(snapshot):
    assert shown("", finding(1, 1, 2)) == snapshot


def test_place_of_several_lines_marks_the_first(snapshot):
    assert shown(SOURCE, finding(4, 3, 10, end_line=8)) == snapshot


def test_wide_characters(snapshot):
    source = "claims:\n  c1: {text: 桥梁应当关闭, note: 桥梁 x}\n"
    column = source.splitlines()[1].index("note") + 1
    text = shown(source, finding(2, column, column + 4), finding(2, 14, 20))
    assert text == snapshot
    line, marks = frame(text)[1:3]
    assert cells(line[: line.index("note")]) == marks.index("^")


def test_combining_characters_and_emoji():
    source = "a: cafe\u0301 👩\u200d🔬 x"
    line, marks = frame(shown(source, finding(1, len(source), len(source) + 1)))[1:]
    assert cells(line[:-1]) == marks.index("^")


def test_tabs_are_as_wide_as_four_spaces(snapshot):
    assert shown("claims:\n\tc1:\tx\ty\n", finding(2, 6, 7), finding(2, 2, 4)) == snapshot


def test_control_characters_are_shown_not_sent(snapshot):
    source = "a: \x1b[31mred\x1b[0m\x07 \u202etfel\u202c \u200b.\n"
    found = finding(1, 4, 12, message="said \x1b]0;title\x07 and\nthis", file="m\x1b[2J.yaml")
    text = full([found], {found.file: source}).plain(80)
    assert text == snapshot
    assert not set(text) & set("\x1b\x07\u202e\u202c\u200b")
    assert "\x1b" not in concise([found]).plain()


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_line_endings(end):
    assert frame(shown(f"one{end}two{end}three", finding(2, 1, 4))) == ["  |", "2 | two", "  | ^^^"]


def test_other_separators_end_no_line():
    assert "1 | a\\x0cb\\x1cc\\x0b\n" in shown("a\x0cb\x1cc\x0b\nd", finding(1, 1, 2))
    assert "1 | a\\x85b\\u2028c\n" in shown("a\x85b\u2028c\nd", finding(1, 1, 2))


@pytest.mark.parametrize("column", [1, 30, 2500, 4990])
def test_long_lines_are_cut_round_the_place(column, snapshot):
    source = " ".join(f"word{i:04}" for i in range(600))
    text = shown(source, finding(1, column, column + 8))
    assert all(cells(line) <= 80 for line in text.splitlines())
    assert text == snapshot


def test_long_place_in_a_long_line(snapshot):
    assert shown("x: " + "y" * 5000, finding(1, 4, 5004)) == snapshot
    assert shown("x: " + "关" * 5000, finding(1, 4, 5004)) == snapshot


def test_ascii_only(snapshot):
    source = "c1: {text: café → 桥, note: x}\n" + "word " * 99
    found = finding(1, 24, 28, message='"The bridge should…" (c1): a → b', help="Look – here.")
    text = shown(source, found, finding(2, 200, 204), encoding="ascii")
    assert text.isascii()
    assert text == snapshot


def test_latin_1_keeps_what_it_has():
    text = shown("c1: café → x", finding(1, 12, 13), encoding="iso-8859-1")
    assert "café -> x" in text
    line, marks = frame(text)[1:]
    assert line.index("x") == marks.index("^")


@pytest.mark.parametrize("encoding", ["utf-8", "UTF-8", "U8", "utf8", "utf_8", "UTF-16"])
def test_what_an_encoding_has_is_not_asked_of_each_character(encoding, monkeypatch):
    monkeypatch.delattr(Screen, "_character")
    assert Screen(encoding=encoding).show("café → 桥") == "café → 桥"


@given(st.text("a \r\n\v\x85\u2028"))
def test_lines_end_where_positions_count_them(text):
    assert split_lines(text) == LINE_BREAK.split(text)


@given(
    st.text(st.characters(exclude_categories=()) | st.sampled_from("ab \t关é\x1b"), max_size=400),
    st.integers(1, 450),
    st.integers(0, 450),
    st.integers(1, 60),
    st.sampled_from(["utf-8", "ascii", "cp1252", "gbk"]),
)
def test_windows_fit_and_mark_what_is_meant(line, column, length, width, encoding):
    screen = Screen(width, encoding)
    room = max(20, width)
    text, start, marked = _window(line, Span(1, column, 1, column + length), room, screen)
    text.encode(encoding)
    assert cells(text) <= room
    assert marked >= 1
    assert start + marked <= room + 1


# On a console


def on_console(report, **options):
    console = Console(file=io.StringIO(), width=60, **options)
    console.print(report, soft_wrap=True)
    return console.file.getvalue()


def test_colour_on_a_terminal(snapshot):
    report = full([CIRCLE, ORPHAN], {"map.yaml": SOURCE})
    text = on_console(report, force_terminal=True, color_system="standard")
    assert text == snapshot


def test_no_colour_and_no_limit_in_a_file():
    report = full([CIRCLE], {"map.yaml": SOURCE})
    assert on_console(report) == report.plain()


def test_no_colour_on_a_terminal_without():
    report = full([CIRCLE], {"map.yaml": SOURCE})
    assert on_console(report, force_terminal=True, color_system=None) == report.plain(60)


def test_text_of_a_map_is_no_markup():
    found = finding(1, 1, 2, message="[red]not markup[/red] :smile: [link=http://x]y[/link]")
    for colour in (None, "standard"):
        text = on_console(concise([found]), force_terminal=True, color_system=colour)
        assert found.message in text


def test_a_long_report_is_shown_in_parts_that_add_up(monkeypatch):
    monkeypatch.setattr(text, "_PART", 1)
    console = Console(width=60)
    report = full([CIRCLE, ORPHAN], {"maps/x.yaml": SOURCE})
    assert "".join(part.plain() for part in report.parts(console)) == report.plain()
    assert len(list(report.parts(console))) > 1
