"""Opens adapters that were saved here with Python's peft, and writes what the adapted models give as JSON.

    python lora_oracle.py JOBS.json RESULTS.json

A job: {"class", "base", "adapter", "inputs"}.
"""
import json
import sys

import torch
import transformers
from peft import PeftModel, get_peft_model_state_dict

transformers.logging.set_verbosity_error()


def run(job):
    base = getattr(transformers, job["class"]).from_pretrained(job["base"]).eval()
    model = PeftModel.from_pretrained(base, job["adapter"]).eval()
    inputs = {key: torch.tensor(value) for key, value in job["inputs"].items()}
    with torch.no_grad():
        adapted = model(**inputs).logits
        names = sorted(get_peft_model_state_dict(model))
        with model.disable_adapter():
            plain = model(**inputs).logits
        merged = model.merge_and_unload()(**inputs).logits
    return {"logits": adapted.tolist(), "merged": merged.tolist(), "plain": plain.tolist(), "names": names}


jobs_path, results_path = sys.argv[1:]
with open(jobs_path) as file:
    jobs = json.load(file)
with open(results_path, "w") as file:
    json.dump([run(job) for job in jobs], file)
