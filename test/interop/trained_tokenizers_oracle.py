"""Python's tokenizers beside ours: `python trained_tokenizers_oracle.py train|load FOLDER` writes answer.json into the folder."""

import json
import os
import sys

os.environ["TOKENIZERS_PARALLELISM"] = "false"
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, trainers

command, folder = sys.argv[1:3]


def read(name):
    with open(os.path.join(folder, name), encoding="utf8") as file:
        return json.load(file)


def train(kind, texts, special_tokens):
    if kind == "wordpiece":
        tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]"))
        tokenizer.normalizer = normalizers.BertNormalizer(lowercase=False)
        tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
        trainer = trainers.WordPieceTrainer(
            vocab_size=4000, min_frequency=2, limit_alphabet=1000, special_tokens=special_tokens, show_progress=False
        )
    else:
        tokenizer = Tokenizer(models.BPE())
        tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
        trainer = trainers.BpeTrainer(
            vocab_size=4000,
            min_frequency=2,
            special_tokens=special_tokens,
            initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
            show_progress=False,
        )
    tokenizer.train_from_iterator(texts, trainer)
    vocab = tokenizer.get_vocab()
    return {
        "tokens": sorted(vocab, key=vocab.get),
        "merges": json.loads(tokenizer.to_str())["model"].get("merges"),
    }


def load(name, texts):
    from transformers import AutoTokenizer

    path = os.path.join(folder, name)
    rust = Tokenizer.from_file(os.path.join(path, "tokenizer.json"))
    auto = AutoTokenizer.from_pretrained(path)
    again = json.loads(rust.to_str())
    return {
        "ids": [encoding.ids for encoding in rust.encode_batch(texts)],
        "autoIds": auto(texts)["input_ids"],
        "pairIds": [encoding.ids for encoding in rust.encode_batch([(text, texts[0]) for text in texts])],
        "decoded": [auto.decode(ids, skip_special_tokens=True) for ids in auto(texts[:50])["input_ids"]],
        "className": type(auto).__name__,
        "specialTokens": auto.special_tokens_map,
        "maxLength": auto.model_max_length,
        "file": again,
    }


if command == "train":
    texts = read("texts.json")
    answer = {kind: train(kind, texts, special) for kind, special in read("special.json").items()}
else:
    texts = read("strings.json")
    answer = {name: load(name, texts) for name in read("names.json")}
with open(os.path.join(folder, "answer.json"), "w", encoding="utf8") as file:
    json.dump(answer, file)
