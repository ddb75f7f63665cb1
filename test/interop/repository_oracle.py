"""Opens one repository that was saved here as its users do, and writes what it gives as JSON.

    python repository_oracle.py FOLDER RESULT.json TEXT...
"""
import json
import sys

import torch
import transformers
from huggingface_hub import ModelCard

transformers.logging.set_verbosity_error()
folder, result_path, *texts = sys.argv[1:]
tokenizer = transformers.AutoTokenizer.from_pretrained(folder)
model = transformers.AutoModelForSequenceClassification.from_pretrained(folder).eval()
with torch.no_grad():
    logits = model(**tokenizer(texts, padding=True, return_tensors="pt")).logits
answers = transformers.pipeline("text-classification", model=folder)(texts)
card = ModelCard.load(f"{folder}/README.md")
with open(result_path, "w") as file:
    json.dump(
        {
            "logits": logits.tolist(),
            "labels": [answer["label"] for answer in answers],
            "label2id": model.config.label2id,
            "problemType": model.config.problem_type,
            "card": {
                "language": card.data.language,
                "license": card.data.license,
                "library": card.data.library_name,
                "task": card.data.pipeline_tag,
                "datasets": card.data.datasets,
                "tags": card.data.tags,
                "name": card.data.model_name,
                "emissions": card.data.to_dict()["co2_eq_emissions"],
                "results": [
                    [result.task_type, result.dataset_type, result.dataset_split, result.metric_type, result.metric_value]
                    for result in card.data.eval_results
                ],
            },
        },
        file,
    )
