// A training in a notebook's cell that is interrupted: the cell ends at once, and the next one has the model, with its weights.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { type KernelDriver, printed } from "../kernel/kernel-driver";
import { ROOT, startTslab } from "../kernel/tslab/repaired-kernel";
import { FIT_FOLDER } from "./fixture";

describe("a fit in a cell of repaired tslab", () => {
  let kernel: KernelDriver;
  before(async () => {
    kernel = await startTslab(join(ROOT, "test"));
  });
  after(() => kernel.stop());

  it("gives the weights back after an interrupt, and can be begun again", async () => {
    const begin = [
      'import { TFAutoModelForSequenceClassification } from "caderno";',
      `const model = await TFAutoModelForSequenceClassification.fromPretrained(${JSON.stringify(FIT_FOLDER)});`,
      'model.compile({ optimizer: "adam" });',
      "const batches = [{ input_ids: [[2, 5, 3], [2, 9, 3]], labels: [0, 2] }];",
      "let steps = 0;",
    ];
    assert.equal(printed(await kernel.execute(begin.join("\n"))), "");
    const callback = "{ onStepEnd: ({ step }) => { steps++; if (step === 3) console.log('three'); } }";
    const id = kernel.begin(`await model.fit(batches, { epochs: 1e6, verbose: 0, callbacks: [${callback}] });`);
    await kernel.waitFor(() => JSON.stringify(kernel.outputsOf(id)).includes("three\\n"));
    kernel.interrupt();
    const run = await kernel.finish(id);
    assert.equal(run.reply.ename, "Interrupted");
    const again = [
      "const history = await model.fit(batches, { epochs: 1, verbose: 0 });",
      "const { logits } = await model.forward({ input_ids: [[2, 5, 3]] });",
      "console.log(steps > 0, history.epoch.length, logits.data.every(Number.isFinite));",
    ];
    assert.equal(printed(await kernel.execute(again.join("\n"))), "true 1 true\n");
  });
});
