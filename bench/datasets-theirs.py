"""Python's side of the bench of datasets: `python datasets-theirs.py FOLDER` prints its figures in JSON."""

import json
import os
import resource
import shutil
import sys
import tempfile
import time

os.environ["HF_HUB_OFFLINE"] = "1"
import datasets

datasets.disable_progress_bars()
datasets.disable_caching()
folder = sys.argv[1]
cache = tempfile.mkdtemp(dir=folder)
seconds = {}


def timed(step, work):
    started = time.perf_counter()
    result = work()
    seconds[step] = time.perf_counter() - started
    return result


def load(kind, path):
    return datasets.load_dataset(kind, data_files=path, split="train", cache_dir=cache)


ids = {}


def encode(text):
    return [ids.setdefault(word, len(ids)) for word in text.lower().split(" ")]


def iterate():
    return sum(len(row["text"]) for row in rows.shuffle(seed=42))


rows = timed("load csv", lambda: load("csv", os.path.join(folder, "rows.csv")))
timed("filter", lambda: rows.filter(lambda row: row["score"] > 5))
timed("sort", lambda: rows.sort("score")[0])
timed("map batched", lambda: rows.map(lambda batch: {"input_ids": [encode(text) for text in batch["text"]]}, batched=True))
timed("shuffle and iterate", iterate)
parquet = os.path.join(folder, "theirs.parquet")
timed("write parquet", lambda: rows.to_parquet(parquet))
timed("load parquet", lambda: load("parquet", parquet))
shutil.rmtree(cache)
# Linux counts in kilobytes, macOS in bytes.
unit = 1 if sys.platform == "darwin" else 1024
print(json.dumps({"seconds": seconds, "peakBytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit}))
