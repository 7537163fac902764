"""Training: fits the network to the treebank and to sentences with names, within a budget of wall-clock time.

    python -m training.learn training/parser.toml --backbone FOLDER --data FOLDER --names names.txt --out FOLDER

Started again with the same --out, it goes on from the last checkpoint. With --warm FOLDER a new training begins where
that of another folder ended: with its vocabulary, its labels and its weights. What is measured and kept in the end is
the moving average of the weights.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import time
import tomllib
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor

from training.augment import join, vary
from training.backbone import read_backbone
from training.batches import NAMES, Batch, Pieces, assemble, group, label_of
from training.corpus import Sentence, read_marked, read_treebank
from training.cue_words import CUE_LABELS, is_apart, lay_out
from training.cues import read_cues
from training.joints import JOINTS
from training.names import label_treebank, read_gazetteer
from training.network import CUE_HEADS, Encoder, Parser, Scores
from training.vocabulary import Vocabulary, cut_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Settings = dict[str, Any]

OWN_LABELS: dict[str, list[str]] = {"name": NAMES, "start": ["O", "B"], "joint": JOINTS, **CUE_LABELS}
_ENOUGH = 8  # words
_CUE_ROUNDS = 2  # how often an epoch shows each annotated sentence
_SILENT = frozenset({"name", "trigger", "speech"})  # heads whose first label says that there is nothing


@dataclass
class Course:
    """How far a training has come: all steps, epochs done, batches of this epoch done.

    ``seconds`` are those used before the last start.
    """

    step: int = 0
    epoch: int = 0
    batch: int = 0
    seconds: float = 0.0


def main() -> None:
    """Run the program."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("settings", type=Path)
    for name in ("--backbone", "--data", "--out"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--names", type=Path, help="marked sentences, as training.names writes them")
    parser.add_argument(
        "--cues", type=Path, nargs="*", default=[], help="annotated sentences, as training.cues reads them"
    )
    parser.add_argument("--warm", type=Path, help="the folder of a training to begin from")
    parser.add_argument("--layers", type=int, help="in place of the setting")
    parser.add_argument("--steps", type=int, help="stop after so many, to time them")
    args = parser.parse_args()
    settings = tomllib.loads(args.settings.read_text(encoding="utf-8"))
    settings["layers"] = args.layers or settings["layers"]
    torch.manual_seed(settings["seed"])
    Trainer(settings, args.backbone, args.data, args.out, names=args.names, cues=args.cues, warm=args.warm).run(
        args.steps
    )


class Trainer:
    """Everything one training needs."""

    def __init__(
        self,
        settings: Settings,
        backbone: Path,
        data: Path,
        out: Path,
        *,
        names: Path | None = None,
        cues: Sequence[Path] = (),
        warm: Path | None = None,
    ) -> None:
        self.settings, self.data, self.out = settings, data, out
        out.mkdir(parents=True, exist_ok=True)
        if warm is not None and not (out / "labels.json").exists():
            _take_over(warm, out)
        told = settings["data"]
        treebank = [s for s in read_treebank(data / p for p in told["train"]) if len(s) <= settings["longest"]]
        self.treebank = list(label_treebank(treebank, read_gazetteer()))
        self.dev = read_treebank([data / told["dev"]])
        self.marked = [] if names is None else read_marked(names)
        self.cues = lay_out(s for s in read_cues(cues) if not is_apart(s))
        self.cues_apart = lay_out(s for s in read_cues(cues) if is_apart(s))
        self.labels = self._labels()
        self.index = {head: {label: i for i, label in enumerate(names)} for head, names in self.labels.items()}
        self.vocabulary = self._vocabulary(backbone)
        self.pieces = Pieces(self.vocabulary.tokenizer)
        self.net = self._network(backbone)
        if warm is not None:
            load_known(self.net, torch.load(warm / "final.pt", weights_only=True))
        self.optimiser = self._optimiser()
        self.mean = {name: p.detach().clone() for name, p in self.net.named_parameters() if p.requires_grad}
        self.course = Course()
        self.each = 1
        self.began = self.saved = time.monotonic()
        self._resume()

    def _labels(self) -> dict[str, list[str]]:
        path = self.out / "labels.json"
        if path.exists():
            found: dict[str, list[str]] = json.loads(path.read_text(encoding="utf-8"))
            return {**OWN_LABELS, **found}
        words = [w for s in self.treebank for w in s]
        labels = {}
        for head in ("upos", "feats", "deprel", "lemma"):
            seen = Counter(label for w in words if (label := label_of(w, head)) is not None)
            least = self.settings["lemma_count"] if head == "lemma" else 1
            labels[head] = [label for label, count in seen.most_common() if count >= least]
        labels |= OWN_LABELS
        _write(path, json.dumps(labels, ensure_ascii=False, indent=0).encode())
        return labels

    def _vocabulary(self, backbone: Path) -> Vocabulary:
        path, rows = self.out / "tokenizer.json", self.out / "rows.json"
        if not path.exists():
            texts = [w.form for s in (*self.treebank, *self.dev, *self.cues) for w in s]
            for name in self.settings["data"]["pieces_from"]:
                texts += (self.data / name).read_text(encoding="utf-8").splitlines()
            cut = cut_vocabulary(backbone / "tokenizer.json", texts, self.settings["pieces"])
            _write(rows, json.dumps(cut.rows).encode())
            _write(path, cut.tokenizer.to_str().encode())
        from tokenizers import Tokenizer  # noqa: PLC0415

        return Vocabulary(Tokenizer.from_file(str(path)), json.loads(rows.read_text(encoding="utf-8")))

    def _network(self, backbone: Path) -> Parser:
        shape, tensors = read_backbone(
            backbone if (backbone / "config.json").exists() else backbone / "e5-small-q4.bin"
        )
        told = self.settings
        encoder = Encoder(shape, tensors, self.vocabulary.rows, told["layers"], told["encoder_dropout"])
        sizes = {head: len(names) for head, names in self.labels.items()}
        return Parser(encoder, shape.width, sizes, arc=told["arc"], rel=told["rel"], dropout=told["dropout"])

    def _optimiser(self) -> torch.optim.AdamW:
        rates: dict[str, list[Tensor]] = {"encoder_rate": [], "head_rate": [], "cue_rate": []}
        for name, p in self.net.named_parameters():
            if p.requires_grad:
                rates[_rate_of(name)].append(p)
        parts = [{"params": found, "peak": self.settings[rate]} for rate, found in rates.items()]
        return torch.optim.AdamW(parts, weight_decay=self.settings["weight_decay"], fused=True)

    def _resume(self) -> None:
        path = self.out / "checkpoint.pt"
        if path.exists():
            kept = torch.load(path, weights_only=True)
            self.net.load_state_dict(kept["net"])
            peaks = [part["peak"] for part in self.optimiser.param_groups]
            self.optimiser.load_state_dict(kept["optimiser"])
            for part, peak in zip(self.optimiser.param_groups, peaks, strict=True):
                part["peak"] = peak  # the settings may have changed
            self.mean = kept["mean"]
            self.course = Course(**kept["course"])
            print(f"goes on from step {self.course.step}, epoch {self.course.epoch + 1}", flush=True)

    def save(self) -> None:
        """Write a checkpoint in place of the last."""
        course = {**vars(self.course), "seconds": self.seconds}
        kept = {
            "net": self.net.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "mean": self.mean,
            "course": course,
        }
        torch.save(kept, self.out / "checkpoint.tmp")
        os.replace(self.out / "checkpoint.tmp", self.out / "checkpoint.pt")  # noqa: PTH105
        self.saved = time.monotonic()

    @property
    def seconds(self) -> float:
        """How long this training has run, earlier starts included."""
        return self.course.seconds + time.monotonic() - self.began

    def run(self, steps: int | None) -> None:
        """Train until the epochs are done or the budget is spent."""
        self._batches()  # tells how many there are, which progress is counted in
        while self.course.epoch < self.settings["epochs"] and self._progress() < 1:
            self._epoch(steps)
            if steps is not None:
                return
            self.course.epoch += 1
            self.course.batch = 0
            self.save()
            with self._averaged():
                print(f"epoch {self.course.epoch}: {self.measure()} {self.seconds:.0f} s", flush=True)
                print(f"cues kept apart: {self.measure_cues()}", flush=True)
                torch.save(self.net.state_dict(), self.out / "final.tmp")
                os.replace(self.out / "final.tmp", self.out / "final.pt")  # noqa: PTH105

    @contextmanager
    def _averaged(self) -> Iterator[None]:
        """Put the moving average of the weights in their place for a while."""
        own = {name: p.detach().clone() for name, p in self.net.named_parameters() if name in self.mean}
        self._put(self.mean)
        self.net.eval()
        yield
        self._put(own)

    @torch.no_grad()
    def _put(self, weights: dict[str, Tensor]) -> None:
        for name, p in self.net.named_parameters():
            if name in weights:
                p.copy_(weights[name])

    @torch.no_grad()
    def _follow(self) -> None:
        """Move the average a little towards the weights; while few steps are done, by more."""
        share = max(1 - self.settings["average"], 1 / (self.course.step + 1))
        weights = [p for name, p in self.net.named_parameters() if name in self.mean]
        torch._foreach_lerp_(list(self.mean.values()), weights, share)

    def _batches(self) -> list[list[Sentence]]:
        """Give this epoch's batches, the same whenever the epoch is started again."""
        chance = random.Random(f"{self.settings['seed']} {self.course.epoch}")
        sentences = join([vary(s, chance) for s in self.treebank], chance, longest=self.settings["longest"])
        sentences += [vary(s, chance) for s in (*self.marked, *(s for s in self.cues for _ in range(_CUE_ROUNDS)))]
        groups = group([len(s) for s in sentences], self.settings["words"], chance)
        self.each = len(groups)
        return [[sentences[i] for i in g] for g in groups]

    def _epoch(self, steps: int | None) -> None:
        self.net.train()
        batches = self._batches()
        began, seen = time.monotonic(), Counter[str]()
        for batch in batches[self.course.batch :]:
            if self._progress() >= 1:
                return
            seen.update(self._step(self._assembled(batch)))
            self.course.step += 1
            self.course.batch += 1
            if self.course.step % 50 == 0 or steps == self.course.step:
                pace = (time.monotonic() - began) / seen["n"]
                means = " ".join(f"{k} {v / seen['n']:.3f}" for k, v in seen.items() if k != "n")
                print(f"step {self.course.step}/{self.each}: {means} {pace:.3f} s a step", flush=True)
                began, seen = time.monotonic(), Counter()
            if steps == self.course.step:
                return
            if time.monotonic() - self.saved > self.settings["save_minutes"] * 60:
                self.save()

    def _assembled(self, batch: list[Sentence]) -> Batch:
        chance = random.Random(f"{self.settings['seed']} {self.course.step}")
        return assemble(batch, self.pieces, self.index, hidden=self.settings["hidden"], chance=chance)

    def _progress(self) -> float:
        by_step = (self.course.epoch + self.course.batch / self.each) / self.settings["epochs"]
        return max(by_step, self.seconds / 60 / self.settings["budget_minutes"])

    def _step(self, batch: Batch) -> dict[str, float]:
        warm = min(1.0, (self.course.step + 1) / self.settings["warm_up"])
        for part in self.optimiser.param_groups:
            part["lr"] = part["peak"] * warm * max(0.005, 1 - self._progress())
        with torch.autocast("cpu", torch.bfloat16):
            losses = self._losses(batch, self.net(batch.ids, batch.first, batch.last))
        self.optimiser.zero_grad()
        sum((self.settings["weights"][k] * v for k, v in losses.items()), torch.zeros(())).backward()
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
        self.optimiser.step()
        self._follow()
        return {**{k: v.item() for k, v in losses.items()}, "n": 1}

    def _losses(self, batch: Batch, scores: Scores) -> dict[str, Tensor]:
        losses = {}
        for head, found in {"arc": scores.arcs, **scores.tags}.items():
            told = batch.labels[head]
            if (told >= 0).any():
                losses[head] = F.cross_entropy(found.float().flatten(0, 1), told.flatten())
                if head in CUE_HEADS:  # what few words tell of weighs less
                    losses[head] = losses[head] * min(1.0, int((told >= 0).sum()) / _ENOUGH)
        told = batch.labels["trigger"]
        if (told > 0).any():  # which kind, once it is one: in the head's own loss most words are none and drown it
            loss = F.cross_entropy(scores.tags["trigger"][told > 0][:, 1:].float(), told[told > 0] - 1)
            losses["kind"] = loss * min(1.0, int((told > 0).sum()) / _ENOUGH)
        known = batch.labels["arc"] >= 0
        if known.any():
            rows = torch.arange(len(known))[:, None].expand_as(known)[known]
            heads = scores.heads[rows, batch.labels["arc"][known]]
            found = self.net.relations(heads, scores.words[known]).float()
            losses["deprel"] = F.cross_entropy(found, batch.labels["deprel"][known])
        return losses

    @torch.no_grad()
    def measure(self) -> str:
        """Measure the development sentences on gold tokens, greedy heads, punctuation left out."""
        right, words, joints = Counter[str](), 0, 0
        for chosen in group([len(s) for s in self.dev], 1500, None):
            sentences = [self.dev[i] for i in chosen]
            batch = assemble(sentences, self.pieces, self.index)
            scores = self.net(batch.ids, batch.first, batch.last)
            counted = (batch.labels["arc"] >= 0) & (batch.labels["upos"] != self.index["upos"]["PUNCT"])
            rows = torch.arange(len(counted))[:, None].expand_as(counted)[counted]
            heads = scores.arcs.argmax(-1)[counted]
            rels = self.net.relations(scores.heads[rows, heads], scores.words[counted]).argmax(-1)
            hit = heads == batch.labels["arc"][counted]
            right["UAS"] += int(hit.sum())
            right["LAS"] += int((hit & (rels == batch.labels["deprel"][counted])).sum())
            for head in ("upos", "feats", "lemma"):
                right[head.upper()] += int((scores.tags[head].argmax(-1) == batch.labels[head])[counted].sum())
            words += int(counted.sum())
            told = batch.labels["joint"]
            joined = scores.tags["joint"].argmax(-1)
            right["joints right"] += int(((joined == told) & (told > 0)).sum())
            joints += int(((told > 0) | ((joined > 0) & (told == 0))).sum())
        shares = {**{k: v / words for k, v in right.items()}, "joints right": right["joints right"] / max(1, joints)}
        return " ".join(f"{k} {100 * v:.2f}" for k, v in shares.items())

    @torch.no_grad()
    def measure_cues(self) -> str:
        """Measure the annotated sentences kept apart: F1 of the labels of each word."""
        counts: dict[str, list[int]] = {}
        for chosen in group([len(s) for s in self.cues_apart], 1500, None) if self.cues_apart else []:
            batch = assemble([self.cues_apart[i] for i in chosen], self.pieces, self.index)
            scores = self.net(batch.ids, batch.first, batch.last)
            for head in ("name", *CUE_HEADS):
                found = _counted(head, batch.labels[head], scores.tags[head].argmax(-1))
                counts[head] = [a + b for a, b in zip(counts.get(head, [0, 0, 0]), found, strict=True)]
        return " ".join(
            f"{head} {200 * right / max(1, told + found):.1f} of {told}"
            for head, (right, told, found) in counts.items()
        )


def _counted(head: str, told: Tensor, found: Tensor) -> tuple[int, int, int]:
    """Count labels that are right, told and found; for heads with a label that says nothing, without it."""
    least = 1 if head in _SILENT else 0
    known = told >= 0
    right = (told == found) & known & (told >= least)
    return int(right.sum()), int((known & (told >= least)).sum()), int((known & (found >= least)).sum())


def load_known(net: Parser, state: dict[str, Tensor]) -> None:
    """Load weights into a network that may have more heads, and more labels at the end of a head's list."""
    own = net.state_dict()
    for name, tensor in state.items():
        own[name][: len(tensor)].copy_(tensor)


def _rate_of(name: str) -> str:
    """Say which rate a parameter learns at: what few sentences tell of must learn faster."""
    if name.startswith("encoder"):
        return "encoder_rate"
    return "cue_rate" if name.startswith(tuple(f"tags.{head}." for head in CUE_HEADS)) else "head_rate"


def _take_over(warm: Path, out: Path) -> None:
    for name in ("tokenizer.json", "rows.json", "labels.json"):
        _write(out / name, (warm / name).read_bytes())


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(content)


if __name__ == "__main__":
    main()
