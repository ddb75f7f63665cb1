# What Python's onnx makes of the files in a folder: it checks them, says every field, and writes their bytes again.
import json
import os
import sys

import onnx
from google.protobuf.json_format import MessageToDict
from onnx import numpy_helper

folder = sys.argv[1]
told = {}
for name in sorted(name for name in os.listdir(folder) if name.endswith(".onnx")):
    path = os.path.join(folder, name)
    onnx.checker.check_model(path, full_check=True)
    with open(path, "rb") as file:
        written = file.read()
    bare = onnx.ModelProto.FromString(written)
    model = onnx.load(path)
    told[name] = {
        "sameBytes": bare.SerializeToString(deterministic=True) == written,
        "fields": MessageToDict(bare, preserving_proto_field_name=True),
        "weights": {
            tensor.name: {"dims": list(tensor.dims), "values": numpy_helper.to_array(tensor).astype("float64").ravel().tolist()}
            for tensor in model.graph.initializer
        },
    }
print(json.dumps(told))
