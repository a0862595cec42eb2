"""Drafts: from a text to a map to begin from, every guess marked and explained."""

from argmap.drafting.draft import Draft, draft

__all__ = ["Draft", "draft"]
