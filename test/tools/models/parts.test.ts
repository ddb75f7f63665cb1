import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { defaultRng } from "../../../src/core/random";
import { openRepository } from "../../../src/hub/repository";
import { openWeights } from "../../../src/models/weights/weights";
import { widenFloat16 } from "../../../src/models/weights/widen-floats";
import { figureTable, withFigures } from "../../../tools/models/card-figures";
import { joinLines, QUIJOTE, readCorpus } from "../../../tools/models/corpora";
import { decoderFeeds } from "../../../tools/models/feeds";
import { halfBits } from "../../../tools/models/round-to-half";
import { safetensorsOfHalves } from "../../../tools/models/safetensors-of-halves";
import { TrigramModel } from "../../../tools/models/trigram";

const temporary = mkdtempSync(join(tmpdir(), "caderno-models-"));
after(() => rmSync(temporary, { recursive: true, force: true }));

describe("half precision", () => {
  test("every finite float16 comes back as it was", () => {
    const bits = Uint16Array.from({ length: 65_536 }, (_, index) => index).filter((word) => (word & 0x7c00) !== 0x7c00);
    const wide = new Float32Array(bits.length);
    widenFloat16(bits, wide);
    assert.deepEqual(halfBits(wide), bits);
  });

  test("a number between two goes to the nearer, a tie to the even one", () => {
    const step = 2 ** -10;
    const cases = [1 + 0.4 * step, 1 + 0.6 * step, 1 + 0.5 * step, 1 + 1.5 * step, 2 ** -24 * 0.6, 2 ** -25, 1e-9];
    assert.deepEqual([...halfBits(Float32Array.from(cases))], [0x3c00, 0x3c01, 0x3c00, 0x3c02, 1, 0, 0]);
    assert.throws(() => halfBits(Float32Array.of(70_000)), /does not fit/);
  });

  test("a file of halves is read by the loader", async () => {
    const bits = halfBits(Float32Array.of(1, -0.5, 3, 0.25, 8, -2));
    const file = safetensorsOfHalves(new Map([["a.weight", { shape: [2, 3], bits }]]));
    writeFileSync(join(temporary, "model.safetensors"), file);
    const weights = await openWeights(await openRepository(temporary));
    const { shape, data } = await weights.read("a.weight");
    assert.deepEqual(
      [weights.info("a.weight").dtype, [...shape], [...data]],
      ["F16", [2, 3], [1, -0.5, 3, 0.25, 8, -2]],
    );
    await weights.close();
  });
});

describe("the trigram model", () => {
  const random = defaultRng(3);
  // Each token mostly follows from the one before it.
  const stream = new Uint16Array(4000);
  for (let at = 1; at < stream.length; at++) {
    stream[at] = random.random() < 0.8 ? ((stream[at - 1] ?? 0) * 3 + 1) % 20 : random.integers(0, 20);
  }
  const model = new TrigramModel(stream.subarray(0, 3000), 20);

  test("gives probabilities that sum to one, after contexts seen and unseen", () => {
    const contexts: [number, number][] = [
      [stream[10] ?? 0, stream[11] ?? 0],
      [19, 0],
      [3, 3],
    ];
    for (const [first, second] of contexts) {
      let sum = 0;
      for (let token = 0; token < 20; token++) sum += model.probability(first, second, token);
      assert.ok(Math.abs(sum - 1) < 1e-12, `${first} ${second}: ${sum}`);
    }
  });

  test("has nearly the perplexity of the source, which is known", () => {
    const [likely, other] = [0.8 + 0.2 / 20, 0.2 / 20];
    const source = Math.exp(-(likely * Math.log(likely) + 19 * other * Math.log(other)));
    const perplexity = model.perplexity(stream.subarray(3000), 2);
    assert.ok(perplexity > 0.9 * source && perplexity < 1.35 * source, `${perplexity} against ${source}`);
  });
});

describe("texts", () => {
  test("lines become paragraphs at dashes, headings and short last lines", () => {
    const text = [
      "En un lugar de la Mancha, de cuyo nombre no quiero acordarme, no ha mucho",
      "tiempo que vivía un hidalgo.",
      "Tenía en su casa una ama que pasaba de los cuarenta, y una sobrina que no",
      "llegaba a los veinte, y un mozo de campo y plaza, que así ensillaba el rocín.",
      "— Señora —dijo—, ''yo soy''.",
      "Capítulo II. Que trata de la primera salida",
    ].join("\n");
    assert.deepEqual(
      joinLines(text).map((paragraph) => paragraph.slice(0, 12)),
      ["En un lugar ", "Tenía en su ", "— Señora —di", "Capítulo II."],
    );
    assert.match(joinLines(text)[2] ?? "", /"yo soy"/);
  });

  test("a corpus that is not there is named with its licence and what to do", () => {
    assert.throws(
      () => readCorpus(temporary, QUIJOTE),
      /text\/corpus_es_quijote\.txt .*public domain.* is not in .*`--data FOLDER`/,
    );
  });
});

test("feeds are filled up, and a decoder's positions begin where they are told", () => {
  const feeds = decoderFeeds([[5, 6, 7], [8]], [[5, 6, 7], [8]], [0, 4]);
  const values = Object.fromEntries(Object.entries(feeds).map(([name, { data }]) => [name, [...data].map(Number)]));
  assert.deepEqual(values, {
    input_ids: [5, 6, 7, 8, 0, 0],
    attention_mask: [1, 1, 1, 1, 0, 0],
    position_ids: [0, 1, 2, 4, 0, 0],
    labels: [5, 6, 7, 8, -100, -100],
  });
});

test("a card keeps its words and gets its figures", () => {
  const card = "# A\n<!-- figures -->\nold\n<!-- /figures -->\nend\n";
  const table = figureTable([["perplexity", "a text", "12.0"]]);
  const filled = withFigures(card, table);
  assert.match(
    filled,
    /^# A\n<!-- figures -->\n\| what \| on \| figure \|\n.*\n\| perplexity \| a text \| 12\.0 \|\n<!-- \/figures -->\nend\n$/,
  );
  assert.equal(withFigures(filled, table), filled);
  assert.throws(() => withFigures("# A", table), /has no <!-- figures -->/);
});
