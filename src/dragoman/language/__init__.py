"""Language: reads text into sentences, tokens, trees and names, with one small model and no network.

`parse_text` does all of it. Whoever has a model of their own gives `parse_stretches` an object with what
`Engine` has: ``name``, and ``read``, which takes the words of a report's sentences and gives a `Reading` for
each, the same whenever it is asked the same.
"""

from dragoman.language.engine import Engine, Reading, load_engine
from dragoman.language.parse import parse_stretches, parse_text

__all__ = ["Engine", "Reading", "load_engine", "parse_stretches", "parse_text"]
