"""Python's side of the bench of decoding: answers requests, a line of JSON each, on standard input.

{"folder": "...", "draft": "...", "threads": n} opens a model, {"ids": [...], "newTokens": n, "strategy": "..."} continues.
"""

import json
import os
import sys
import time

os.environ["HF_HUB_OFFLINE"] = "1"
import torch
import transformers

transformers.logging.set_verbosity_error()
model = draft = None


def opened(folder):
    return transformers.AutoModelForCausalLM.from_pretrained(folder).eval()


for line in sys.stdin:
    request = json.loads(line)
    started = time.perf_counter()
    answer = {}
    if "folder" in request:
        torch.set_num_threads(request["threads"])
        model = opened(request["folder"])
        if request.get("draft") is not None:
            draft = opened(request["draft"])
            draft.generation_config.num_assistant_tokens = 5
            draft.generation_config.num_assistant_tokens_schedule = "constant"
    else:
        ids = torch.tensor([request["ids"]])
        ways = {
            "greedy": {"do_sample": False},
            "sampling": {"do_sample": True, "top_k": 50},
            "beam 5": {"do_sample": False, "num_beams": 5},
            "assisted": {"do_sample": False, "assistant_model": draft},
        }
        output = model.generate(
            ids, attention_mask=torch.ones_like(ids), max_new_tokens=request["newTokens"], pad_token_id=0,
            **ways[request["strategy"]],
        )
        answer["tokens"] = output[0, ids.shape[1]:].tolist()
    print(json.dumps({"seconds": time.perf_counter() - started, **answer}), flush=True)
