// Rows of one place are all added, by however many threads: onnxruntime's ScatterND loses some where two threads meet.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Graph } from "../../src/graph/graph";
import { encodeOnnx } from "../../src/graph/onnx/encode-onnx";
import { lowerGraph } from "../../src/graph/onnx/lower-graph";
import { scatterSumRows } from "../../src/graph/operations/scatter";

const [TABLE, ROWS, WIDTH, PLACES] = [200, 4096, 64, 50];

test("scatterSumRows: 4,096 rows at 50 places are all there, every time, with two threads", async () => {
  const ort = await import("onnxruntime-node");
  const graph = new Graph("sums");
  const table = graph.input("table", "float32", [TABLE, WIDTH]);
  const places = graph.input("places", "int64", [ROWS]);
  const rows = graph.input("rows", "float32", [ROWS, WIDTH]);
  graph.output("sums", scatterSumRows(table, places, rows));
  const session = await ort.InferenceSession.create(encodeOnnx(lowerGraph(graph).model), { intraOpNumThreads: 2 });
  const indices = BigInt64Array.from({ length: ROWS }, (_, row) => BigInt((row * 7919) % PLACES));
  const wanted = new Float32Array(TABLE * WIDTH);
  for (const index of indices) {
    const from = Number(index) * WIDTH;
    wanted.set(
      wanted.subarray(from, from + WIDTH).map((sum) => sum + 1),
      from,
    );
  }
  const feeds = {
    table: new ort.Tensor("float32", new Float32Array(TABLE * WIDTH), [TABLE, WIDTH]),
    places: new ort.Tensor("int64", indices, [ROWS]),
    rows: new ort.Tensor("float32", new Float32Array(ROWS * WIDTH).fill(1), [ROWS, WIDTH]),
  };
  for (let run = 0; run < 40; run++) {
    const { sums } = await session.run(feeds);
    assert.deepEqual(sums?.data, wanted);
  }
  await session.release();
});
