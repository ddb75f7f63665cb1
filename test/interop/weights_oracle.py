"""What Python's safetensors, transformers and huggingface_hub see of files that were written here.

    python weights_oracle.py FOLDER    # reads FOLDER/task.json, prints one line of JSON
"""
import json
import os
import pathlib
import sys

os.environ["HF_HUB_OFFLINE"] = "1"
import torch  # noqa: E402
from huggingface_hub import hf_hub_download, split_torch_state_dict_into_shards, try_to_load_from_cache  # noqa: E402
from safetensors import safe_open  # noqa: E402
from transformers import BertConfig, BertModel  # noqa: E402

folder = pathlib.Path(sys.argv[1])
task = json.loads((folder / "task.json").read_text())
answer = {}

told = {}
for name in sorted(os.listdir(folder / "types")):
    with safe_open(folder / "types" / name, "pt") as file:
        told["__metadata__"] = file.metadata()
        for key in file.keys():
            tensor = file.get_tensor(key)
            told[key] = [str(tensor.dtype), list(tensor.shape), tensor.flatten().tolist()]
answer["types"] = told

# Shards as Python's own splitting makes them, over the same names and sizes.
state = {name: torch.zeros(size) for name, size in task["sizes"]}
split = split_torch_state_dict_into_shards(state, max_shard_size=task["limit"], filename_pattern="model{suffix}.safetensors")
answer["split"] = split.tensor_to_filename

config = BertConfig(hidden_size=8, num_hidden_layers=1, num_attention_heads=2, intermediate_size=8, vocab_size=11, max_position_embeddings=4)
if task["step"] == "make":
    torch.manual_seed(3)
    BertModel(config).save_pretrained(folder / "bert")
    torch.save(BertModel(config).half().state_dict(), folder / "bert.bin")
else:
    ours, info = BertModel.from_pretrained(folder / "bert-ours", output_loading_info=True)
    theirs = BertModel.from_pretrained(folder / "bert")
    answer["missing"] = sorted(info["missing_keys"]) + sorted(info["unexpected_keys"])
    answer["same"] = all(torch.equal(a, b) for a, b in zip(ours.state_dict().values(), theirs.state_dict().values()))
    path = hf_hub_download("ada/tiny", "onnx/weights.bin", cache_dir=folder / "cache")
    answer["cached"] = [pathlib.Path(path).read_bytes().hex(), os.path.realpath(path).split(os.sep)[-2]]
    answer["not cached"] = try_to_load_from_cache("ada/tiny", "config.json", cache_dir=folder / "cache") is None
print(json.dumps(answer))
