"""Smoothing: evens out what int8 would round away, without a change of what is computed.

A few dimensions of an encoder's states are far larger than the rest, and one scale must serve them all. What goes
into a linear layer is therefore divided, dimension by dimension, and the layer's weights are multiplied by the same
(Xiao and others, 2023).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

if TYPE_CHECKING:
    from collections.abc import Iterable

    from training.network import Parser

_PLACES = {"asked": ("query", "key", "value"), "gathered": ("attention",), "read": ("widen",), "told": ("narrow",)}
_TINY = 1e-4


class Divided(nn.Module):
    """Divides each dimension of a state by a number of its own."""

    def __init__(self, factor: Tensor) -> None:
        super().__init__()
        self.register_buffer("ease", 1 / factor)

    def forward(self, state: Tensor) -> Tensor:
        """Give the state divided."""
        divided: Tensor = state * self.ease
        return divided


@torch.no_grad()
def smooth(net: Parser, batches: Iterable[tuple[Tensor, Tensor, Tensor]], *, share: float = 0.7) -> None:
    """Smooth the linear layers of an encoder, from batches of pieces, first and last pieces that show what is usual.

    `share` says how much of the unevenness moves from the states (1) to the weights (0 leaves all).
    """
    reach = _reach(net, batches)
    for layer in net.encoder.layers:
        for place, names in _PLACES.items():
            linears = [getattr(layer, name) for name in names]
            weights = torch.stack([linear.weight.abs().amax(0) for linear in linears]).amax(0)
            states = reach[id(getattr(layer, place))]
            factor = states.clamp(min=_TINY) ** share / weights.clamp(min=_TINY) ** (1 - share)
            setattr(layer, place, Divided(factor))
            for linear in linears:
                linear.weight.mul_(factor)


def _reach(net: Parser, batches: Iterable[tuple[Tensor, Tensor, Tensor]]) -> dict[int, Tensor]:
    """Find the largest magnitude of each dimension at each place, by the module that stands there."""
    reach: dict[int, Tensor] = {}

    def watch(module: nn.Module, given: tuple[Tensor, ...]) -> None:
        seen = given[0].abs().flatten(0, -2).amax(0)
        reach[id(module)] = torch.maximum(reach.get(id(module), seen), seen)

    places = [getattr(layer, place) for layer in net.encoder.layers for place in _PLACES]
    hooks = [place.register_forward_pre_hook(watch) for place in places]
    for ids, first, last in batches:
        net(ids, first, last)
    for hook in hooks:
        hook.remove()
    return reach
