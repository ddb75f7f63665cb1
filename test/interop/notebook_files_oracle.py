"""Reads notebooks as Jupyter and papermill do; prints what they find as JSON. Usage: python notebook_files_oracle.py FILE…"""
import json
import logging
import sys

import nbformat
from papermill.iorw import load_notebook_node
from papermill.utils import find_first_tagged_cell_index

logging.disable(logging.ERROR)


def findings(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    raw = json.loads(text)
    try:
        nbformat.validate(raw)
        problem = None
    except nbformat.ValidationError as error:
        problem = str(error)
    notebook = nbformat.reads(text, nbformat.NO_CONVERT)
    loaded = load_notebook_node(path)
    return {
        "problem": problem,
        "rewritten": nbformat.writes(notebook) + "\n" == text,
        "parameters": find_first_tagged_cell_index(loaded, "parameters"),
        "injected": find_first_tagged_cell_index(loaded, "injected-parameters"),
    }


print(json.dumps([findings(path) for path in sys.argv[1:]]))
