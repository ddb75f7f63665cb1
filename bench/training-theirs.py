"""PyTorch's side of the bench of training: answers requests, a line of JSON each, on standard input.

{"case": {...}, "threads": n} makes the model and its optimizer, {"step": n} trains one step.
"""

import json
import os
import re
import resource
import sys
import time

os.environ["HF_HUB_OFFLINE"] = "1"
import torch
import transformers

transformers.logging.set_verbosity_error()
CLASSES = {
    "sequence-classification": transformers.AutoModelForSequenceClassification,
    "causal-lm": transformers.AutoModelForCausalLM,
}
model = optimizer = case = None


def answer(value):
    print(json.dumps(value), flush=True)


def peak():
    # Linux counts in kilobytes, macOS in bytes.
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def batch(step):
    generator = torch.Generator().manual_seed(step)
    ids = torch.randint(0, case["config"]["vocab_size"], (case["batch"], case["sequence"]), generator=generator)
    mask = torch.ones_like(ids)
    if case["head"] == "causal-lm":
        return {"input_ids": ids, "attention_mask": mask, "labels": ids}
    labels = torch.randint(0, case["config"]["num_labels"], (case["batch"],), generator=generator)
    return {"input_ids": ids, "attention_mask": mask, "labels": labels}


def make():
    global model, optimizer
    torch.manual_seed(1)
    raw = dict(case["config"])
    config = transformers.AutoConfig.for_model(raw.pop("model_type"), **raw)
    model = CLASSES[case["head"]].from_config(config)
    trained = re.compile(case["trained"])
    for name, parameter in model.named_parameters():
        parameter.requires_grad_(trained.search(name) is not None)
    wanted = [(n, p) for n, p in model.named_parameters() if p.requires_grad]
    decayed = [p for n, p in wanted if not re.search(r"bias|LayerNorm|layer_norm|ln_", n)]
    others = [p for n, p in wanted if re.search(r"bias|LayerNorm|layer_norm|ln_", n)]
    groups = [{"params": decayed, "weight_decay": 0.01}, {"params": others, "weight_decay": 0.0}]
    optimizer = torch.optim.AdamW([g for g in groups if g["params"]], lr=2e-5)
    model.train()


for line in sys.stdin:
    request = json.loads(line)
    if "case" in request:
        case = request["case"]
        torch.set_num_threads(request["threads"])
        make()
        answer({"parameters": sum(p.numel() for p in model.parameters()), "versions": f"PyTorch {torch.__version__}, transformers {transformers.__version__}"})
    elif "step" in request:
        data = batch(request["step"])
        started = time.perf_counter()
        loss = model(**data).loss
        loss.backward()
        torch.nn.utils.clip_grad_norm_([p for p in model.parameters() if p.requires_grad], 1.0)
        optimizer.step()
        optimizer.zero_grad()
        value = loss.item()
        answer({"seconds": time.perf_counter() - started, "loss": value, "peakBytes": peak()})
