"""The attribution network: an encoder with a tagging head beside a linking head."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from sayso.understanding.linking import BUCKETS, LINK, distance_bucket, gap
from sayso.understanding.tagging import LABELS


class AttributionNetwork(nn.Module):
    """Gives for token ids of shape [batch, tokens] two arrays: label scores [batch, tokens, 7] and link vectors
    [batch, tokens, 6 * 64 + 1].

    The link vectors are, in order: the cue's query for contents, the content's first and last keys, the cue's
    query for sources, the source's first and last keys, then the cue's score for having no source.
    """

    def __init__(self, config: BertConfig) -> None:
        super().__init__()
        self.encoder = BertModel(config, add_pooling_layer=False)
        self.drop = nn.Dropout(0.1)
        self.tag = nn.Linear(config.hidden_size, LABELS)
        self.link = nn.Linear(config.hidden_size, 6 * LINK + 1)
        self.content_distance = nn.Parameter(torch.zeros(BUCKETS))
        self.source_distance = nn.Parameter(torch.zeros(BUCKETS))
        nn.init.normal_(self.link.weight, std=0.02)

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        hidden = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        hidden = self.drop(hidden)
        return self.tag(hidden), self.link(hidden)

    def content_scores(self, links: Tensor, cues: list[tuple[int, int]], contents: list[tuple[int, int]]) -> Tensor:
        """Scores [contents, cues] of one window's `links` [tokens, 6 * 64 + 1]."""
        return _pair_scores(links, cues, contents, 0, self.content_distance)

    def source_scores(self, links: Tensor, cues: list[tuple[int, int]], sources: list[tuple[int, int]]) -> Tensor:
        """Scores [cues, 1 + sources]; the first column is "no source"."""
        none = torch.stack([links[start, 6 * LINK] for start, _ in cues]).unsqueeze(1)
        if not sources:
            return none
        return torch.cat([none, _pair_scores(links, cues, sources, 3, self.source_distance).T], dim=1)


def _pair_scores(
    links: Tensor, cues: list[tuple[int, int]], spans: list[tuple[int, int]], first: int, bias: Tensor
) -> Tensor:
    at = [part * LINK for part in range(first, first + 4)]
    keys = links[[start for start, _ in spans], at[1] : at[2]] + links[[stop - 1 for _, stop in spans], at[2] : at[3]]
    scores = keys @ links[[start for start, _ in cues], at[0] : at[1]].T / math.sqrt(LINK)
    buckets = [[distance_bucket(gap(span, cue)) for cue in cues] for span in spans]
    return scores + bias[torch.tensor(buckets)]
