"""Open a network for the processor."""

from __future__ import annotations

from pathlib import Path

import onnxruntime

# What onnxruntime would join at loading, though on a processor the joined kernels are slower than their parts: 12 to 20%.
SLOWER = ("SkipLayerNormFusion", "BiasGeluFusion")


def open_network(path: Path, threads: int = 1) -> onnxruntime.InferenceSession:
    """The ONNX network in `path`, run on `threads` threads.

    One is the rule: batches of one gain little from two, and sums must not depend on how work is shared out.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOWER
    )
