"""The pack of one language: a field for each YAML file, of the same name in every language."""

import msgspec

from dragoman.packs.shapes.abbreviations import AbbreviationFile
from dragoman.packs.shapes.cues import (
    ActFile,
    EmbeddingFile,
    GrammarFile,
    HedgeFile,
    StatusFile,
    TitleFile,
    TriggerFile,
)
from dragoman.packs.shapes.dates import DateFile
from dragoman.packs.shapes.institutions import InstitutionFile
from dragoman.packs.shapes.speech import SourceFile, SpeechFile


class LanguagePack(msgspec.Struct, frozen=True, kw_only=True):
    """All that is known of one language; each field but ``code`` is the file of that name.

    A new kind of file is one line here, and its shape a module beside this one. A file that a language
    does not have is there as an empty shape.

    For example ``load_language("nl").abbreviations.never_last`` holds ``"dr."``.
    """

    code: str
    abbreviations: AbbreviationFile = AbbreviationFile()
    acts: ActFile = ActFile()
    dates: DateFile = DateFile()
    grammar: GrammarFile = GrammarFile()
    hedges: HedgeFile = HedgeFile()
    institutions: InstitutionFile = InstitutionFile()
    implicatives: EmbeddingFile = EmbeddingFile()
    kinds: TriggerFile = TriggerFile()
    status: StatusFile = StatusFile()
    sources: SourceFile = SourceFile()
    speech: SpeechFile = SpeechFile()
    titles: TitleFile = TitleFile()
