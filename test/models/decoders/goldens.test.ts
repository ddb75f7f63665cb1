/** @file Every decoder of the fixtures against PyTorch: outputs, losses, gradients, caches, padding. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { goldenNames, loadGolden, relativeDistance } from "../goldens";
import { batchInputs, columns, DECODERS, type DecoderCase, emptyPast, nextPast, openDecoder } from "./decoder-cases";

const NAMES = goldenNames().filter((name) => {
  const { architecture, training } = loadGolden(name).json;
  return Object.hasOwn(DECODERS, architecture) && training === undefined;
});
const CLOSE = 1e-5;
const STEPS = [5, 1, 3];

test("there are fixtures of every decoder", () => {
  assert.ok(NAMES.length >= 9, NAMES.join(", "));
});

for (const name of NAMES) {
  describe(name, () => {
    let opened: Promise<DecoderCase> | undefined;
    const open = (): Promise<DecoderCase> => {
      opened ??= openDecoder(name);
      return opened;
    };

    test("has PyTorch's parameters", async () => {
      const { golden, architecture, config } = await open();
      const graph = architecture.build(config, { head: golden.json.head as "causal-lm" });
      const ours = [...graph.parameters].map(([key, { shape }]) => [key, [...shape]]);
      assert.deepEqual(Object.fromEntries(ours), golden.json.parameters);
    });

    for (const [batch, { outputs, gradients }] of Object.entries(loadGolden(name).json.batches)) {
      test(`${batch}: ${outputs.length} outputs${gradients ? " and gradients" : ""}`, async () => {
        const { golden, run } = await open();
        const wanted = outputs.some((output) => output.startsWith("hidden_states"));
        const inputs = batchInputs(golden, batch);
        const result = await run(
          {
            hiddenStates: wanted ? "all" : "none",
            loss: outputs.includes("loss") ? "labels" : "none",
            // Pieces of the loss are tried where gradients are.
            ...(gradients ? { mode: "training", lossOptions: { chunks: 3 } } : {}),
          },
          inputs,
          { gradients: gradients ? "all" : "none" },
        );
        assert.deepEqual([...result.outputs.keys()].sort(), [...outputs].sort());
        for (const output of outputs) {
          const expected = golden.floats(`${batch}.${output}`);
          const found = result.outputs.get(output);
          assert.deepEqual(found?.shape, expected.shape, output);
          const perToken = expected.shape.length === 3;
          const far = relativeDistance(
            found?.data ?? [],
            expected.data,
            perToken ? inputs.attention_mask?.data : undefined,
          );
          assert.ok(far < CLOSE, `${output}: ${far}`);
        }
        if (!gradients) return;
        assert.deepEqual([...result.gradients.keys()].sort(), Object.keys(golden.json.parameters).sort());
        for (const [parameter, found] of result.gradients) {
          const far = relativeDistance(found, golden.floats(`${batch}.grad.${parameter}`).data);
          assert.ok(far < CLOSE, `gradient of ${parameter}: ${far}`);
        }
      });
    }

    if (loadGolden(name).json.head !== "causal-lm") return;

    test("steps over a cache equal the whole run", async () => {
      const decoder = await open();
      const { golden } = decoder;
      const whole = batchInputs(golden, "cache");
      const mask = whole.attention_mask ?? assert.fail();
      let past = emptyPast(decoder, mask.shape[0] ?? 0);
      let start = 0;
      for (const [index, count] of STEPS.entries()) {
        const end = start + count;
        const result = await decoder.run(
          { cache: "past" },
          {
            input_ids: columns(whole.input_ids ?? assert.fail(), start, end),
            position_ids: columns(whole.position_ids ?? assert.fail(), start, end),
            attention_mask: columns(mask, 0, end),
            ...past,
          },
        );
        const attended = columns(mask, start, end).data;
        const found = result.outputs.get("logits")?.data ?? [];
        const far = relativeDistance(found, golden.floats(`cache.step.${index}.logits`).data, attended);
        assert.ok(far < CLOSE, `step ${index}: ${far}`);
        for (const key of golden.keys) {
          const [, layer, kind] = /^cache\.step\.(?:\d+)\.past\.(\d+)\.(key|value)$/.exec(key) ?? [];
          if (layer === undefined || !key.startsWith(`cache.step.${index}.`)) continue;
          const present = result.outputs.get(`present.${layer}.${kind}`);
          const expected = golden.floats(key);
          assert.deepEqual(present?.shape, expected.shape);
          const [batch = 0, heads = 0, length = 0] = expected.shape;
          const shown = Array.from({ length: batch * heads * length }, (_, at) =>
            Number(mask.data[Math.floor(at / (heads * length)) * (mask.shape[1] ?? 0) + (at % length)]),
          );
          const distance = relativeDistance(present?.data ?? [], expected.data, shown);
          assert.ok(distance < CLOSE, `${key}: ${distance}`);
        }
        past = nextPast(result);
        start = end;
      }
    });

    test("the last position's logits are those of the whole run", async () => {
      const { golden, run } = await open();
      const inputs = batchInputs(golden, "left");
      const { outputs } = await run({ logits: "last" }, inputs);
      const whole = golden.floats("left.logits");
      const [rows = 0, length = 0, vocabulary = 0] = whole.shape;
      const last = Array.from({ length: rows }, (_, row) =>
        whole.data.slice(((row + 1) * length - 1) * vocabulary, (row + 1) * length * vocabulary),
      ).flatMap((row) => [...row]);
      assert.deepEqual(outputs.get("logits")?.shape, [rows, 1, vocabulary]);
      const far = relativeDistance(outputs.get("logits")?.data ?? [], last);
      assert.ok(far < CLOSE, `${far}`);
    });
  });
}
