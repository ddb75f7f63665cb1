/** @file Real essays: what a pretrained encoder adds to scoring them, beside the prior, surface features and random weights. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { textTable } from "../src/core/text-table";
import { ClassLabel } from "../src/datasets/class-label";
import type { Dataset } from "../src/datasets/dataset";
import { loadDataset } from "../src/datasets/load-dataset";
import { cohenKappaScore } from "../src/evaluation/cohen-kappa-score";
import { AutoConfig } from "../src/models/auto/auto-config";
import { resolveModel } from "../src/models/resolve-model";
import { AutoTokenizer } from "../src/tokenizers/auto-tokenizer";
import type { PreTrainedTokenizerFast } from "../src/tokenizers/pre-trained-tokenizer-fast";
import { freezeBody } from "../src/training/freezing/freeze-layers";
import { createOptimizer } from "../src/training/keras/create-optimizer";
import { TFAutoModelForSequenceClassification } from "../src/training/keras/tf-auto-models";
import type { TFPreTrainedModel } from "../src/training/keras/tf-pretrained-model";
import { priorBaseline, surfaceBaseline } from "../tools/essays/baselines";
import { runFrame, text, wholeNumber } from "./frame";

const root = resolve(__dirname, "..");
const CLASSES = 11;
const SPLIT_SEED = 42;
const ENCODER = "Geotrend/distilbert-base-pt-cased";
const BATCH = 16;

const HELP = `npm run bench -- essays [--data FILE] [--seeds N] [--epochs N] [--length N]

  --data FILE    a CSV of essays and scores (default ../shared/data/essays/essaybr_dev.csv)
  --seeds N      trainings of each kind, with the seeds 1 to N (default 5)
  --epochs N     epochs of each training (default 4)
  --length N     tokens of an essay that are read, at most 512 (default 256)
`;

interface Options {
  data: string;
  seeds: number;
  epochs: number;
  length: number;
}

/** What a way of scoring did on the test part. */
interface Figures {
  loss: number;
  kappa: number;
}

const KINDS = ["frozen", "full", "scratch"] as const;
type Kind = (typeof KINDS)[number];

/** How high the learning rate begins. A head alone bears more than what it stands on. */
const RATES: Readonly<Record<Kind, number>> = { frozen: 3e-3, full: 1e-3, scratch: 1e-3 };

type Rows = Dataset<{ input_ids: number[]; attention_mask: number[]; label: number }>;

/** Trains and prints a table; 2 where the options are wrong. Without the file it says so, and that is all. */
export function benchEssays(args: readonly string[]): Promise<number> {
  return runFrame<Options>(args, {
    help: HELP,
    known: { data: "string", seeds: "string", epochs: "string", length: "string" },
    parse: (values) => {
      const length = wholeNumber(values, "length", 256, 16);
      if (length > 512) throw new RangeError("--length must be at most 512: the encoder has no more positions.");
      return {
        data: text(values, "data") ?? resolve(root, "../shared/data/essays/essaybr_dev.csv"),
        seeds: wholeNumber(values, "seeds", 5, 1),
        epochs: wholeNumber(values, "epochs", 4, 1),
        length,
      };
    },
    measure: compare,
  });
}

async function compare(options: Options): Promise<undefined> {
  if (!existsSync(options.data)) {
    console.log(
      "The essays are not there: `--data FILE` names a CSV with the columns essay and score (Essay-BR's dev split).\n",
    );
    return undefined;
  }
  const { train } = await loadDataset<{ essay: string; score: number }>("csv", { dataFiles: options.data });
  const parts = train.trainTestSplit({ testSize: 0.2, seed: SPLIT_SEED });
  const [learned, judged] = [parts.train.toList(), parts.test.toList()];
  const { model: encoder, reason } = await resolveModel(ENCODER, { prefer: "embedded" });
  const tokenizer = await AutoTokenizer.fromPretrained(encoder);
  const data = {
    train: await tokens(parts.train, tokenizer, options),
    test: await tokens(parts.test, tokenizer, options),
  };
  const rows = [priorBaseline(learned, judged), surfaceBaseline(learned, judged)].map(
    ({ crossEntropy, quadraticKappa }, index) =>
      rowOf(["prior", "surface features"][index] ?? "", [{ loss: crossEntropy, kappa: quadraticKappa }]),
  );
  for (const kind of KINDS) {
    const figures: Figures[] = [];
    for (let seed = 1; seed <= options.seeds; seed++) {
      process.stderr.write(`${kind}, seed ${seed} of ${options.seeds} …\n`);
      figures.push(await score(kind, { encoder, tokenizer, data, seed, epochs: options.epochs }));
    }
    rows.push(rowOf(`encoder, ${kind}`, figures));
  }
  const { seeds, epochs, length } = options;
  console.log(`${reason}\n`);
  console.log(`${learned.length} essays to learn from, ${judged.length} to judge by (seed ${SPLIT_SEED}).`);
  console.log(`Trainings: ${epochs} epochs, ${length} tokens, batches of ${BATCH}, seeds 1 to ${seeds}.\n`);
  const align = ["left", "right", "right", "right", "right"] as const;
  console.log(textTable(["", "loss (nats)", "±", "QWK", "±"], rows, { align }));
  console.log(
    "\n± is the standard deviation over the seeds. QWK: kappa with quadratic weights, 0 is chance, 1 agreement.\n",
  );
  return undefined;
}

interface Training {
  encoder: string;
  tokenizer: PreTrainedTokenizerFast;
  data: { train: Rows; test: Rows };
  seed: number;
  epochs: number;
}

async function score(kind: Kind, { encoder, tokenizer, data, seed, epochs }: Training): Promise<Figures> {
  const model = await open(kind, encoder, seed);
  try {
    const train = model.prepareTfDataset(data.train, { batchSize: BATCH, tokenizer, seed });
    const test = model.prepareTfDataset(data.test, { batchSize: BATCH, tokenizer, shuffle: false });
    const numTrainSteps = epochs * train.length;
    const { optimizer } = createOptimizer({
      initLr: RATES[kind],
      numTrainSteps,
      numWarmupSteps: Math.floor(numTrainSteps / 10),
      weightDecayRate: 0.01,
      clipNorm: 1,
    });
    model.compile({ optimizer });
    await model.fit(train, { epochs, seed, verbose: 0 });
    const { loss = Number.NaN, predictions, references } = await model.predict(test);
    const labels = Array.from({ length: CLASSES }, (_, label) => label);
    return { loss, kappa: cohenKappaScore(references, predictions, { weights: "quadratic", labels }) };
  } finally {
    await model.close();
  }
}

async function open(kind: Kind, encoder: string, seed: number): Promise<TFPreTrainedModel> {
  if (kind === "scratch") {
    const config = await AutoConfig.fromPretrained(encoder, { numLabels: CLASSES });
    return TFAutoModelForSequenceClassification.fromConfig(config, { seed });
  }
  const model = await TFAutoModelForSequenceClassification.fromPretrained(encoder, { numLabels: CLASSES, seed });
  if (kind === "frozen") freezeBody(model);
  return model;
}

async function tokens(
  rows: Dataset<{ essay: string; score: number }>,
  tokenizer: PreTrainedTokenizerFast,
  { length }: Options,
): Promise<Rows> {
  const encoded = await rows.map(
    ({ essay, score: label }) => {
      const { input_ids, attention_mask } = tokenizer.encode(essay, { truncation: true, maxLength: length });
      return { input_ids: input_ids.map(Number), attention_mask: attention_mask.map(Number), label };
    },
    { removeColumns: ["essay", "score"] },
  );
  return encoded.castColumn("label", new ClassLabel({ numClasses: CLASSES })) as unknown as Rows;
}

function rowOf(name: string, figures: readonly Figures[]): string[] {
  const of = (key: keyof Figures): string[] => {
    const values = figures.map((each) => each[key]);
    return [mean(values).toFixed(3), values.length < 2 ? "" : deviation(values).toFixed(3)];
  };
  return [name, ...of("loss"), ...of("kappa")];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviation(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1));
}
