"""English words that say what a sentence does in an argument.

After the lists of discourse connectives of Prasad et al. (2008), *The Penn Discourse TreeBank 2.0*, LREC, cut down to
those that signal a reason, a conclusion or a contrast more often than anything else.
"""

from typing import Final

CONCLUDING: Final = ("accordingly", "as a result", "consequently", "hence", "so", "therefore", "thus")
"""Open a sentence that the one before is a reason for."""
BACKING: Final = (
    "after all",
    "for example",
    "for instance",
    "in fact",
    "indeed",
    "the reason is",
    "this is because",
)
"""Open a sentence that is a reason for the one before."""
OPPOSING: Final = (
    "but",
    "conversely",
    "however",
    "in contrast",
    "nevertheless",
    "nonetheless",
    "on the contrary",
    "yet",
)
"""Open a sentence that speaks against the one before."""
CAUSAL: Final = ("because", "since", "given that")
"""Join a reason to the clause that it speaks for."""
CONCESSIVE: Final = ("although", "despite", "even though", "in spite of", "though")
"""Join a clause to the one that it would speak against."""
REPORTING: Final = (
    "acknowledged acknowledges admit admits admitted allege alleged alleges announced announces argue argued argues "
    "assert asserted asserts believe believed believes claim claimed claims conclude concluded concludes contend "
    "contended contends deny denied denies estimate estimated estimates insist insisted insists maintain maintained "
    "maintains noted notes pointed reported reports said say says stated states stressed stresses suggested suggests "
    "testified think thinks told warned warns wrote writes"
)
"""Verbs whose subject is a speaker."""
NORMATIVE: Final = (
    "should",
    "must",
    "ought to",
    "needs to",
    "need to",
    "has to",
    "have to",
    "it is time to",
    "it would be",
)
"""Say what is to be done: what opinion pieces are written for."""
SPEAKERS: Final = (
    "s er or ist ian man men woman people board committee council court government ministry office president mayor "
    "report study agency department"
)
"""How the last word of a speaker ends who is not called by name."""
EMPTY: Final = frozenset(
    [
        "a",
        "about",
        "after",
        "again",
        "all",
        "also",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "because",
        "been",
        "but",
        "by",
        "can",
        "could",
        "did",
        "do",
        "does",
        "for",
        "from",
        "had",
        "has",
        "have",
        "he",
        "her",
        "his",
        "how",
        "however",
        "i",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "just",
        "may",
        "might",
        "more",
        "most",
        "must",
        "no",
        "not",
        "of",
        "on",
        "only",
        "or",
        "our",
        "over",
        "she",
        "should",
        "since",
        "so",
        "some",
        "such",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "therefore",
        "these",
        "they",
        "this",
        "those",
        "through",
        "thus",
        "to",
        "too",
        "under",
        "up",
        "was",
        "we",
        "were",
        "what",
        "when",
        "where",
        "which",
        "while",
        "who",
        "will",
        "with",
        "would",
        "yet",
        "you",
        "your",
    ]
)
"""Words too common to name a claim by; a text with few of them is not English."""
