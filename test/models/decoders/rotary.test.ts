/** @file Rotary positions against transformers, for every way of stretching them and both spellings of config.json. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Graph } from "../../../src/graph/graph";
import { readLlamaConfig } from "../../../src/models/decoders/llama-config";
import { rotationOf } from "../../../src/models/decoders/rotary-embedding";
import { rotaryFrequencies } from "../../../src/models/decoders/rotary-frequencies";
import { runForward } from "../run-forward";

interface Turned {
  positions: number[];
  cosine: number[];
  sine: number[];
}

interface RotaryCase {
  config: Record<string, unknown>;
  frequencies: number[];
  short: Turned;
  long: Turned;
}

const FIXTURE = join(__dirname, "..", "..", "fixtures", "decoders", "rotary.json");
const { cases } = JSON.parse(readFileSync(FIXTURE, "utf8")) as { cases: Record<string, RotaryCase> };

for (const [name, { config: raw, frequencies, short, long }] of Object.entries(cases)) {
  test(`${name}: the frequencies are transformers', and so are cosines and sines`, async () => {
    const config = readLlamaConfig("llama", raw);
    assert.equal(config.head_dim, 16);
    const ours = rotaryFrequencies(config.rope_parameters, config.head_dim);
    // Past the trained length "dynamic" depends on the text, and the fixture's frequencies are those of a short one.
    for (const [index, expected] of frequencies.entries()) {
      const found = ours[index] ?? Number.NaN;
      assert.ok(
        Math.abs(found - expected) <= Math.abs(expected) * 2 ** -23,
        `frequency ${index}: ${found}, ${expected}`,
      );
    }
    for (const turned of [short, long]) {
      const graph = new Graph("rotary");
      const positions = graph.input("position_ids", "int64", ["batch", "sequence"]);
      const rotation = rotationOf(positions, config.rope_parameters, config.head_dim);
      graph.output("cosine", rotation.cosine);
      graph.output("sine", rotation.sine);
      const inputs = { position_ids: { data: turned.positions, shape: [1, turned.positions.length] } };
      const { outputs } = await runForward(graph, { weights: new Map(), inputs });
      // One unit in the last place of a frequency is an angle that grows with the position.
      const allowed = (at: number): number => 3e-7 * Math.max(1, (turned.positions[Math.floor(at / 8)] ?? 0) / 2);
      for (const kind of ["cosine", "sine"] as const) {
        const found = outputs.get(kind)?.data ?? [];
        assert.equal(found.length, turned[kind].length);
        for (const [at, expected] of turned[kind].entries()) {
          const far = Math.abs((found[at] ?? Number.NaN) - expected);
          assert.ok(far <= allowed(at), `${kind} ${at}: ${far}`);
        }
      }
    }
  });
}
