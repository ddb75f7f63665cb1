"""Python's side of the bench of tokenizers: `python tokenizers-theirs.py FOLDER` prints its figures in JSON."""

import json
import os
import sys
import time

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, trainers

folder, vocab_size = sys.argv[1], int(sys.argv[2])
seconds, tokens = {}, {}


def timed(step, work):
    started = time.perf_counter()
    result = work()
    seconds[step] = time.perf_counter() - started
    return result


def train(kind):
    if kind == "wordpiece":
        tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]"))
        tokenizer.normalizer = normalizers.BertNormalizer(lowercase=False)
        tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
        trainer = trainers.WordPieceTrainer(
            vocab_size=vocab_size,
            min_frequency=2,
            limit_alphabet=1000,
            special_tokens=["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"],
            show_progress=False,
        )
    else:
        tokenizer = Tokenizer(models.BPE())
        tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
        trainer = trainers.BpeTrainer(
            vocab_size=vocab_size,
            min_frequency=2,
            special_tokens=["<|endoftext|>"],
            initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
            show_progress=False,
        )
    tokenizer.train_from_iterator(texts, trainer)


with open(os.path.join(folder, "essays.json"), encoding="utf8") as file:
    texts = json.load(file)
for kind in ["wordpiece", "byte-level-bpe"]:
    tokenizer = Tokenizer.from_file(os.path.join(folder, kind, "tokenizer.json"))
    tokenizer.encode_batch(texts[:50])
    tokens[kind] = timed(f"encode {kind}", lambda: sum(len(one.ids) for one in tokenizer.encode_batch(texts)))
    timed(f"train {kind}", lambda: train(kind))
print(json.dumps({"seconds": seconds, "tokens": tokens}))
