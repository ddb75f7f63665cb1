"""Saves decoders that the committed fixtures leave out, with what transformers computes on them.

    python decoders_oracle.py FOLDER        prints the cases as JSON
"""
import json
import sys
from pathlib import Path

import torch
import transformers
from safetensors.torch import save_file
from transformers import (
    GPT2Config, GPT2ForTokenClassification, GPT2LMHeadModel, LlamaConfig, LlamaForCausalLM, LlamaForSequenceClassification, MistralConfig,
    MistralForTokenClassification, Qwen2Config, Qwen2ForCausalLM,
)

transformers.utils.logging.set_verbosity_error()
transformers.utils.logging.disable_progress_bar()
torch.manual_seed(0)
folder = Path(sys.argv[1])
ROTARY = dict(vocab_size=59, hidden_size=24, intermediate_size=22, num_hidden_layers=3, num_attention_heads=4, num_key_value_heads=2,
              bos_token_id=1, eos_token_id=2, pad_token_id=0, max_position_embeddings=40)
GPT2 = dict(vocab_size=57, n_positions=22, n_embd=18, n_head=3, n_layer=2, n_inner=26, pad_token_id=0, bos_token_id=56, eos_token_id=56)
YARN = {"rope_type": "yarn", "rope_theta": 500.0, "factor": 4.0, "original_max_position_embeddings": 16}
DYNAMIC = {"rope_type": "dynamic", "rope_theta": 500.0, "factor": 4.0}
CASES = {
    "qwen2, sliding from layer 1": (Qwen2ForCausalLM, Qwen2Config(**ROTARY, use_sliding_window=True, sliding_window=3, max_window_layers=1, tie_word_embeddings=True), "causal-lm"),
    "llama, sequence classification": (LlamaForSequenceClassification, LlamaConfig(**ROTARY, num_labels=4), "sequence-classification"),
    "mistral, token classification": (MistralForTokenClassification, MistralConfig(**ROTARY, sliding_window=3, num_labels=4), "token-classification"),
    "gpt2, token classification": (GPT2ForTokenClassification, GPT2Config(**GPT2, num_labels=4), "token-classification"),
    "gpt2, untied": (GPT2LMHeadModel, GPT2Config(**GPT2, tie_word_embeddings=False), "causal-lm"),
    "llama, yarn": (LlamaForCausalLM, LlamaConfig(**ROTARY, rope_parameters=YARN), "causal-lm"),
    "llama, dynamic, past its length": (LlamaForCausalLM, LlamaConfig(**ROTARY | {"max_position_embeddings": 6}, rope_parameters=DYNAMIC), "causal-lm"),
}

told = []
for number, (name, (model_class, config, head)) in enumerate(CASES.items()):
    config._attn_implementation = "eager"
    model = model_class(config).eval()
    with torch.no_grad():
        for key, parameter in model.named_parameters():
            centre = 1 if key.endswith("weight") and ("norm" in key or "ln_" in key) else 0
            parameter.copy_(torch.randn(parameter.shape) * 0.2 + centre)
    ids = torch.randint(2, 50, (2, 10))
    mask = torch.ones_like(ids)
    mask[1, 7:] = 0
    ids[1, 7:] = 0
    tokens = ids % 4 if head == "token-classification" else ids
    labels = torch.tensor([1, 3]) if head == "sequence-classification" else torch.where(mask == 1, tokens, -100)
    output = model(ids, attention_mask=mask, labels=labels)
    output.loss.backward()
    place = folder / str(number)
    model.save_pretrained(place)
    tensors = {"input_ids": ids.int(), "attention_mask": mask.int(), "labels": labels.int(), "logits": output.logits, "loss": output.loss}
    tensors |= {f"grad.{key}": parameter.grad for key, parameter in model.named_parameters()}
    save_file({key: value.detach().clone().contiguous() for key, value in tensors.items()}, place / "goldens.safetensors")
    told.append({"name": name, "folder": str(number), "head": head})
print(json.dumps(told))
