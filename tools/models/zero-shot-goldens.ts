/** @file What zero-shot-pt-tiny computes for a few pairs, for the test that loads it: test/fixtures/embedded/zero-shot.json. */
import { join } from "node:path";
import { writeFileAtomic } from "../../src/core/atomic-write";
import { findProjectRoot } from "../../src/core/project-root";
import { AutoModelForSequenceClassification } from "../../src/models/auto/auto-model";
import { openTokenizer } from "./spanish-tokenizer";
import { isFinished, modelFolder, type Workshop } from "./workshop";
import { HYPOTHESIS, hypothesisOf } from "./zero-shot/hypotheses";

/** One pair with what the model reads and says. */
export interface ZeroShotGolden {
  premise: string;
  hypothesis: string;
  ids: number[];
  logits: number[];
}

const PAIRS: readonly (readonly [premise: string, label: string])[] = [
  ["O médico receitou repouso e um remédio para a febre.", "saúde"],
  ["O médico receitou repouso e um remédio para a febre.", "futebol"],
  ["A sonda mandou imagens dos anéis de Saturno.", "astronomia"],
  ["A sonda mandou imagens dos anéis de Saturno.", "culinária"],
];

/** Writes the goldens. The model must be finished. */
export async function makeZeroShotGoldens(workshop: Workshop): Promise<void> {
  const name = "zero-shot-pt-tiny";
  if (!isFinished(workshop, name)) throw new Error(`${name} is not finished: \`npm run make:models\` makes it.`);
  const folder = modelFolder(workshop, name);
  const tokenizer = await openTokenizer(folder);
  const model = await AutoModelForSequenceClassification.fromPretrained(folder);
  const goldens: ZeroShotGolden[] = [];
  for (const [premise, label] of PAIRS) {
    const hypothesis = hypothesisOf(HYPOTHESIS, label);
    const ids = tokenizer.encode(premise, { textPair: hypothesis }).input_ids.map(Number);
    const { logits } = await model.forward({ input_ids: [ids] });
    goldens.push({ premise, hypothesis, ids, logits: [...logits.data] });
  }
  await model.close();
  const path = join(findProjectRoot(__dirname), "test", "fixtures", "embedded", "zero-shot.json");
  await writeFileAtomic(path, `${JSON.stringify(goldens, undefined, 2)}\n`);
  workshop.log(`wrote ${path}`);
}
