"""Opens models that were saved or exported with Python's transformers and onnxruntime, and writes their outputs as JSON.

    python models_oracle.py JOBS.json RESULTS.json

A job: {"kind": "transformers", "class", "folder", "inputs"}, {"kind": "onnxruntime", "file", "inputs"}, or
{"kind": "steps", ...} of the latter: the first half of the tokens, then the rest over the cache.
"""
import json
import sys

import numpy as np


def transformers_outputs(name, folder, inputs):
    import torch
    import transformers

    transformers.logging.set_verbosity_error()
    model, info = getattr(transformers, name).from_pretrained(folder, output_loading_info=True)
    model.eval()
    with torch.no_grad():
        outputs = model(**{key: torch.tensor(value) for key, value in inputs.items()})
    return {
        "missing": sorted(info["missing_keys"]),
        "unexpected": sorted(info["unexpected_keys"]),
        "labels": list(getattr(model.config, "id2label", {}).values()),
        "outputs": {key: value.tolist() for key, value in outputs.items() if isinstance(value, torch.Tensor)},
    }


def open_session(path):
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    return session, [item.name for item in session.get_inputs()], [item.name for item in session.get_outputs()]


def feeds_of(session, inputs, past):
    feeds = {}
    rows = len(inputs["input_ids"])
    for item in session.get_inputs():
        if item.name.startswith("past_key_values"):
            empty = np.zeros((rows, item.shape[1], 0, item.shape[3]), np.float32)
            feeds[item.name] = past.get(item.name, empty)
        else:
            feeds[item.name] = np.array(inputs[item.name], np.int64)
    return feeds


def onnx_outputs(path, inputs, steps):
    session, input_names, output_names = open_session(path)
    length = len(inputs["input_ids"][0])
    cuts = [0, length // 2, length] if steps else [0, length]
    past, parts = {}, []
    for start, end in zip(cuts, cuts[1:]):
        part = {key: [row[0 if key == "attention_mask" else start : end] for row in value] for key, value in inputs.items()}
        outputs = dict(zip(output_names, session.run(None, feeds_of(session, part, past))))
        past = {key.replace("present", "past_key_values"): value for key, value in outputs.items()}
        parts.append(outputs)
    joined = {name: np.concatenate([part[name] for part in parts], 1) for name in output_names if "logits" in name and steps}
    outputs = joined or {name: value for name, value in parts[0].items() if not name.startswith("present")}
    return {"inputs": input_names, "names": output_names, "outputs": {key: value.tolist() for key, value in outputs.items()}}


def run(job):
    if job["kind"] == "transformers":
        return transformers_outputs(job["class"], job["folder"], job["inputs"])
    return onnx_outputs(job["file"], job["inputs"], job["kind"] == "steps")


jobs_path, results_path = sys.argv[1:]
with open(jobs_path) as file:
    jobs = json.load(file)
with open(results_path, "w") as file:
    json.dump([run(job) for job in jobs], file)
