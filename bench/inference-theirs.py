"""PyTorch's side of the bench of inference: answers requests, a line of JSON each, on standard input.

{"folder": "...", "threads": n} opens a model, {"ids": [...], "rows": n} runs it.
"""

import json
import os
import resource
import sys
import time

os.environ["HF_HUB_OFFLINE"] = "1"
import torch
import transformers

transformers.logging.set_verbosity_error()
model = None
# Linux counts in kilobytes, macOS in bytes.
unit = 1 if sys.platform == "darwin" else 1024


def answer(value):
    print(json.dumps(value), flush=True)


for line in sys.stdin:
    request = json.loads(line)
    started = time.perf_counter()
    if "folder" in request:
        torch.set_num_threads(request["threads"])
        model = transformers.AutoModelForSequenceClassification.from_pretrained(request["folder"]).eval()
        answer({"seconds": time.perf_counter() - started})
    else:
        ids = torch.tensor(request["ids"]).reshape(request["rows"], -1)
        started = time.perf_counter()
        with torch.inference_mode():
            logits = model(input_ids=ids, attention_mask=torch.ones_like(ids)).logits
        seconds = time.perf_counter() - started
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
        answer({"seconds": seconds, "logits": logits.flatten().tolist(), "peakBytes": peak})
