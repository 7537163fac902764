"""Readers: bytes in, raw reports out; one file for each format, and one function for all."""

from dragoman.readers.paths import read_paths, read_stream
from dragoman.readers.reader import Found, Reader, formats

__all__ = ["Found", "Reader", "formats", "read_paths", "read_stream"]
