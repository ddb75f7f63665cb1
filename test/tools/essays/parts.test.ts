import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { priorBaseline, quadraticKappa, surfaceBaseline } from "../../../tools/essays/baselines";
import { fromCsv, toCsv } from "../../../tools/essays/csv";
import { injectFaults } from "../../../tools/essays/faults";
import { surfaceFeatures } from "../../../tools/essays/surface";
import { agreement, contract, Writer } from "../../../tools/essays/template";
import type { RandomSource } from "../../../tools/text/random-source";
import { sentencesOf, sharing } from "../../../tools/text/sentences";
import { capitalize } from "../../../tools/text/writer";

const first: RandomSource = { random: () => 0 };
const last: RandomSource = { random: () => 0.999 };

describe("templates", () => {
  it("contract prepositions as Portuguese does", () => {
    assert.equal(contract("de", "a água"), "da água");
    assert.equal(contract("em", "os rios"), "nos rios");
    assert.equal(contract("por", "as famílias"), "pelas famílias");
    assert.equal(contract("a", "a escola"), "à escola");
    assert.equal(contract("a", "o país"), "ao país");
    assert.equal(contract("de", "esse quadro"), "desse quadro");
    assert.equal(contract("de", "campanhas"), "de campanhas");
  });

  it("know gender and number from the article", () => {
    assert.deepEqual(["o lixo", "a rua", "os rios", "as ruas"].map(agreement), [0, 1, 2, 3]);
    assert.equal(agreement("o desemprego e a informalidade"), 2);
    assert.throws(() => agreement("lixo"), /article/);
  });

  it("choose, fill and agree", () => {
    const slots = { P: ["as fraudes"] };
    assert.equal(
      new Writer(first, slots).write("{um|dois} casos de <P> <P:é/são> <P:visto/vista/vistos/vistas>"),
      "um casos das fraudes são vistas",
    );
    assert.equal(new Writer(last, slots).write("{a|{b|c}}"), "c");
    assert.throws(() => new Writer(first, slots).write("{a|b"), /braces/);
    assert.throws(() => new Writer(first, slots).write("<Q>"), /slot/);
  });

  it("put the first letter in upper case behind a quotation mark", () => {
    assert.equal(capitalize("“água” é vida"), "“Água” é vida");
  });
});

describe("faults", () => {
  const text = "A solução é necessária, pois as crianças não têm água e isso prejudica à saúde de todos.";

  it("leave the best level alone and change the others", () => {
    let state = 1;
    const random: RandomSource = {
      random: () => {
        state = (state * 16807) % 2147483647;
        return state / 2147483647;
      },
    };
    assert.deepEqual(injectFaults(random, text, 200), { text, faults: [] });
    const weak = injectFaults(random, text, 0);
    assert.notEqual(weak.text, text);
    assert.ok(weak.faults.length >= 1);
  });
});

describe("csv", () => {
  it("reads back what it writes", () => {
    const essays = [
      { text: 'Um "caso", e\noutro.', score: 7 },
      { text: "Só.", score: 0 },
    ];
    assert.deepEqual(
      fromCsv(toCsv(essays)),
      essays.map((essay) => ({ essay: essay.text, score: essay.score })),
    );
    assert.throws(() => fromCsv('essay,score\n"aberto,3\n'), /Row 1/);
  });
});

describe("sentences", () => {
  it("are compared without case and punctuation", () => {
    assert.deepEqual(sentencesOf("Olá, mundo! Tudo bem?\nSim."), ["olá mundo", "tudo bem", "sim"]);
    assert.equal(sharing(new Set(["a", "b"]), new Set(["b", "c", "d"])), 0.5);
  });
});

describe("baselines", () => {
  it("agree with figures worked out by hand", () => {
    assert.equal(quadraticKappa([1, 2, 3], [1, 2, 3]), 1);
    assert.equal(quadraticKappa([1, 3], [2, 2]), 0);
    const rows = [0, 1, 2, 3].map((score) => ({ essay: "uma frase. ".repeat(score + 1), score }));
    // Four classes seen once and seven unseen, one added to each: 2/15 for a seen class.
    assert.ok(Math.abs(priorBaseline(rows, rows).crossEntropy + Math.log(2 / 15)) < 1e-12);
    assert.ok(surfaceBaseline(rows, rows).crossEntropy < priorBaseline(rows, rows).crossEntropy);
  });

  it("measure surfaces", () => {
    const features = surfaceFeatures("Além disso, há sol. Chove.\nFim.");
    assert.equal(features[0], 6);
    assert.equal(features[6], 2);
    assert.ok(Math.abs((features[4] ?? 0) - 1 / 3) < 1e-12);
  });
});
