"""Graphs drawn: as pictures, and as trees and pages for the terminal."""
