"""Runs notebooks through nbclient and writes what it made of them: the oracle of nbclient.test.ts.

    python nbclient_oracle.py JOBS.json RUNS.json

JOBS.json is a list of {"notebook": path, "options": {…}}, the options being those of nbclient.NotebookClient.
"""

import json
import os
import sys

import nbclient
import nbformat


def run(job):
    path = job["notebook"]
    notebook = nbformat.read(path, as_version=4)
    client = nbclient.NotebookClient(
        notebook, timeout=120, resources={"metadata": {"path": os.path.dirname(path)}}, **job["options"]
    )
    error = None
    try:
        client.execute()
    except nbclient.exceptions.CellExecutionError as failure:
        error = {"ename": failure.ename, "evalue": failure.evalue}
    return {"cells": notebook.cells, "error": error}


with open(sys.argv[1], encoding="utf-8") as file:
    jobs = json.load(file)
runs = [run(job) for job in jobs]
with open(sys.argv[2], "w", encoding="utf-8") as file:
    json.dump(runs, file)
