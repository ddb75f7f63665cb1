"""Python's datasets, as test/interop/datasets-python.test.ts drives it: `make FOLDER` saves, `read FOLDER` tells what it reads there."""

import datetime
import hashlib
import json
import math
import os
import sys
from decimal import Decimal
from pathlib import Path

os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["HF_DATASETS_CACHE"] = str(Path(sys.argv[2]) / "cache")

import datasets
from datasets import ClassLabel, Dataset, DatasetDict, Features, LargeList, List, Value, load_dataset, load_from_disk

datasets.disable_progress_bars()
UTC = datetime.timezone.utc
ROWS = 100_000

FEATURES = Features(
    {
        "text": Value("string"),
        "large": Value("large_string"),
        "whole": Value("int64"),
        "small": Value("int8"),
        "unsigned": Value("uint64"),
        "half": Value("float16"),
        "float": Value("float32"),
        "double": Value("float64"),
        "flag": Value("bool"),
        "bytes": Value("binary"),
        "day": Value("date32"),
        "seconds": Value("timestamp[s]"),
        "millis": Value("timestamp[ms]"),
        "micros": Value("timestamp[us]"),
        "zoned": Value("timestamp[us, tz=UTC]"),
        "clock": Value("time64[us]"),
        "span": Value("duration[us]"),
        "money": Value("decimal128(10, 2)"),
        "label": ClassLabel(names=["bad", "good", "ótimo"]),
        "list": List(Value("int32")),
        "pair": List(Value("float32"), length=2),
        "wide": LargeList(Value("string")),
        "nested": {"a": List({"b": Value("string"), "c": ClassLabel(names=["n", "p"])}), "d": Value("int64")},
        "deep": List(List(Value("int64"))),
        "nothing": Value("null"),
    }
)
WHEN = datetime.datetime(1969, 12, 31, 23, 59, 59, 250000)
FULL = {
    "text": "ção \U0001f600", "large": "", "whole": -(2**53) + 1, "small": -128, "unsigned": 7, "half": 0.5, "float": 0.25, "double": 0.1, "flag": True,
    "bytes": b"\x00\xff", "day": datetime.date(2024, 2, 29), "seconds": datetime.datetime(2020, 1, 2, 3, 4, 5), "millis": WHEN, "micros": WHEN,
    "zoned": WHEN.replace(tzinfo=UTC), "clock": datetime.time(23, 59, 59, 999999), "span": datetime.timedelta(seconds=-1, microseconds=5),
    "money": Decimal("-12345678.90"), "label": 2, "list": [1, None, 3], "pair": [0.5, -1.0], "wide": ["x", None, ""],
    "nested": {"a": [{"b": "u", "c": 1}, {"b": None, "c": -1}, None], "d": None}, "deep": [[1], [], None], "nothing": None,
}
EMPTY = {**FULL, "text": "", "list": [], "wide": [], "nested": {"a": [], "d": 0}, "deep": [], "label": -1, "flag": False, "double": math.inf}
ALL_NULL = dict.fromkeys(FULL)


def everything():
    return Dataset.from_dict({name: [row[name] for row in (FULL, ALL_NULL, EMPTY, FULL)] for name in FULL}, features=FEATURES)


def large():
    features = Features({"id": Value("int64"), "text": Value("string"), "label": ClassLabel(num_classes=5), "ids": List(Value("int32"))})
    columns = {
        "id": list(range(ROWS)),
        "text": [None if row % 13 == 0 else f"text {row}" for row in range(ROWS)],
        "label": [row % 5 for row in range(ROWS)],
        "ids": [[row, row + 1][: row % 3] for row in range(ROWS)],
    }
    return Dataset.from_dict(columns, features=features)


def plain(value):
    """A value as the test in TypeScript writes it."""
    if isinstance(value, datetime.datetime):
        value = value if value.tzinfo else value.replace(tzinfo=UTC)
        return math.floor((value - datetime.datetime(1970, 1, 1, tzinfo=UTC)) / datetime.timedelta(milliseconds=1))
    if isinstance(value, datetime.date):
        return (value - datetime.date(1970, 1, 1)).days * 86_400_000
    if isinstance(value, datetime.time):
        return ((value.hour * 60 + value.minute) * 60 + value.second) * 1_000_000 + value.microsecond
    if isinstance(value, datetime.timedelta):
        return value // datetime.timedelta(microseconds=1)
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, bytes):
        return list(value)
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {name: plain(part) for name, part in value.items()}
    return value


def told(dataset):
    if isinstance(dataset, DatasetDict):
        return {name: told(split) for name, split in dataset.items()}
    if len(dataset) < 1000:
        return {"features": repr(dataset.features), "rows": [plain(row) for row in dataset]}
    text = "\n".join("null" if item is None else item for item in dataset["text"][:])
    return {
        "features": repr(dataset.features),
        "count": len(dataset),
        "text": hashlib.sha256(text.encode()).hexdigest(),
        "sums": [sum(dataset["id"][:]), sum(dataset["label"][:]), sum(sum(ids) for ids in dataset["ids"][:])],
    }


def parquet(path):
    return load_dataset("parquet", data_files=str(path), split="train")


command, folder = sys.argv[1], Path(sys.argv[2])
if command == "make":
    small = everything()
    small.save_to_disk(folder / "py-saved", num_shards=2)
    small.select([3, 1, 0]).save_to_disk(folder / "py-view")
    DatasetDict({"train": small, "test": small.select([2])}).save_to_disk(folder / "py-dict")
    small.remove_columns(["nothing", "half"]).to_parquet(folder / "py.parquet")
    large().save_to_disk(folder / "py-large", num_shards=3)
    large().to_parquet(folder / "py-large.parquet")
    names = ["py-saved", "py-view", "py-dict", "py-large"]
    answer = {**{name: told(load_from_disk(folder / name)) for name in names}, "py.parquet": told(parquet(folder / "py.parquet"))}
    answer["py-large.parquet"] = told(parquet(folder / "py-large.parquet"))
else:
    answer = {}
    for path in sorted(folder.glob("js*")):
        kinds = {".parquet": "parquet", ".csv": "csv", ".jsonl": "json"}
        if path.is_dir():
            answer[path.name] = told(load_from_disk(path))
        else:
            answer[path.name] = told(load_dataset(kinds[path.suffix], data_files=str(path), split="train"))
print(json.dumps(answer))
