"""The attribution network: an encoder with heads for tags (and the chain over them), links, votes and nested tags."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from transformers import AutoConfig, AutoModel

from sayso.understanding.judging import GENRES, STANCES
from sayso.understanding.linking import BUCKETS, LINK, distance_bucket, gap
from sayso.understanding.tagging import BETWEEN_WORDS, LABELS

# MPNet keeps BERT's vocabulary with its own four marks before it, so BERT's tokenizer serves teacher and student; where
# BERT starts and ends with [CLS] and [SEP], it was trained with <s> and </s>.
VOCABULARY_SHIFT = {"bert": 0, "mpnet": 4}
MPNET_MARKS = {101: 0, 102: 2}
# What a step that the labels forbid costs before training: high enough that the chain starts near the rule.
FORBIDDEN = -6.0


class ByteDropout(nn.Module):
    """Dropout that draws one byte a value: torch's own random numbers cost a seventh of a step on a processor."""

    chance = np.random.Generator(np.random.SFC64(0))

    def __init__(self, share: float) -> None:
        super().__init__()
        self.p, self.limit = share, round(256 * share)

    def forward(self, values: Tensor) -> Tensor:
        if not self.training or not self.limit:
            return values
        drawn = torch.from_numpy(np.frombuffer(self.chance.bytes(values.numel()), dtype=np.uint8).copy())
        keep = (drawn >= self.limit).view(values.shape)
        return values * (keep.to(values.dtype) * (256 / (256 - self.limit)))


def _draw_bytes(module: nn.Module) -> None:
    for name, child in module.named_children():
        if isinstance(child, nn.Dropout):
            setattr(module, name, ByteDropout(child.p))
        else:
            _draw_bytes(child)


class AttributionNetwork(nn.Module):
    """Gives for token ids of shape [batch, tokens] four arrays: label scores [batch, tokens, 7], link vectors
    [batch, tokens, 6 * 64 + 1], votes [batch, tokens, 8 + 8 + 5] and label scores [batch, tokens, 7] of the attributions
    that are told inside others' contents.

    The link vectors are, in order: the cue's query for contents, the content's first and last keys, the cue's
    query for sources, the source's first and last keys, then the cue's score for having no source. The votes are a
    token's for each stance when it stands in content, the same when it stands in a cue, and for each genre. `steps`
    [from, to] is learned: what it costs that one label follows another.
    """

    def __init__(self, base: Path, pretrained: bool = True) -> None:
        super().__init__()
        # Without dropout on the attention weights a step takes a third of the time on a processor: the random
        # numbers cost more than the matrix products. Dropout on the hidden states stays.
        config = AutoConfig.from_pretrained(base, attention_probs_dropout_prob=0.0)
        config._attn_implementation = "eager"
        if pretrained:
            self.encoder = AutoModel.from_pretrained(base, config=config, add_pooling_layer=False, dtype=torch.float32)
        else:
            self.encoder = AutoModel.from_config(config, add_pooling_layer=False)
        # The word vectors stay as pre-trained: they are half of the small network's weights, and a quarter of a step.
        self.encoder.embeddings.word_embeddings.weight.requires_grad = False
        self.shift = VOCABULARY_SHIFT[config.model_type]
        self.drop = nn.Dropout(0.1)
        self.tag = nn.Linear(config.hidden_size, LABELS)
        self.link = nn.Linear(config.hidden_size, 6 * LINK + 1)
        self.vote = nn.Linear(config.hidden_size, 2 * len(STANCES) + len(GENRES))
        self.inner = nn.Linear(config.hidden_size, LABELS)
        self.own_stance = nn.Parameter(torch.zeros(len(STANCES)))
        self.content_distance = nn.Parameter(torch.zeros(BUCKETS))
        self.source_distance = nn.Parameter(torch.zeros(BUCKETS))
        self.steps = nn.Parameter(torch.where(torch.tensor(BETWEEN_WORDS) < 0, FORBIDDEN, 0.0))
        nn.init.normal_(self.link.weight, std=0.02)
        _draw_bytes(self)

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        hidden = self.encoder(input_ids=self.native(ids), attention_mask=mask).last_hidden_state
        hidden = self.drop(hidden)
        return self.tag(hidden), self.link(hidden), self.vote(hidden), self.inner(hidden)

    def native(self, ids: Tensor) -> Tensor:
        """BERT's `ids` as the encoder numbers them."""
        if not self.shift:
            return ids
        native = ids + self.shift
        for bert, mpnet in MPNET_MARKS.items():
            native = torch.where(ids == bert, mpnet, native)
        return native

    def chain_loss(self, scores: Tensor, path: Tensor, mask: Tensor) -> Tensor:
        """Negative log-likelihood a token of the label sequences `path` [batch, tokens] under the chain.

        `scores` [batch, tokens, 7] are of single labels; `mask` [batch, tokens] is 1 for real tokens.
        """
        real = mask.float()
        taken = scores.gather(2, path.unsqueeze(2)).squeeze(2) * real
        moves = self.steps[path[:, :-1], path[:, 1:]] * real[:, 1:]
        total = scores[:, 0]
        for at in range(1, scores.shape[1]):
            after = torch.logsumexp(total.unsqueeze(2) + self.steps, dim=1) + scores[:, at]
            total = torch.where(mask[:, at : at + 1] > 0, after, total)
        whole = torch.logsumexp(total, dim=1)
        return (whole.sum() - taken.sum() - moves.sum()) / real.sum()

    def stance_scores(self, votes: Tensor, content: tuple[int, ...], cue: tuple[int, ...]) -> Tensor:
        """Scores [8] of one statement from one window's `votes`; without a cue it is the article's own."""
        told = votes[list(cue), len(STANCES) : 2 * len(STANCES)].mean(0) if cue else self.own_stance
        return votes[list(content), : len(STANCES)].mean(0) + told

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
