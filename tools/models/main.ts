/** @file Makes the models of assets/models: `npm run make:models`, or `-- --help`. */
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { messageOf } from "../../src/core/errors";
import { findProjectRoot } from "../../src/core/project-root";
import { listNames } from "../../src/core/suggest";
import { evaluateModels } from "./evaluate";
import { makeGoldens } from "./goldens";
import { makePortuguese } from "./make-portuguese";
import { makeChat, makeDraft, makeSpanish } from "./make-spanish";
import { makeZeroShot } from "./make-zero-shot";
import type { Workshop } from "./workshop";

/** What can be made, in the order in which one needs the other. */
const TASKS: Readonly<Record<string, (workshop: Workshop) => Promise<void>>> = {
  "distilbert-pt-tiny": makePortuguese,
  "gpt2-es-tiny": makeSpanish,
  "gpt2-es-tiny-draft": makeDraft,
  "gpt2-es-tiny-chat": makeChat,
  "zero-shot-pt-tiny": makeZeroShot,
  evaluate: evaluateModels,
  goldens: makeGoldens,
};

const HELP = `Trains the small models of assets/models and measures them.

Usage: npm run make:models -- [task …] [options]

Tasks, by default all of them in this order:
  ${Object.keys(TASKS).join("\n  ")}

  --data FOLDER    the texts from outside the project (default ../shared/data beside the project)
  --out FOLDER     where finished models are written (default assets/models)
  --work FOLDER    tokenizers and checkpoints (default build/models); a stopped training goes on from there
  --only MODEL     the one model that \`evaluate\` measures (default all that are finished)
  --threads N      threads for the arithmetic (default 2)
  --help           this text

Examples:
  npm run make:models
  npm run make:models -- gpt2-es-tiny gpt2-es-tiny-draft
  npm run make:models -- evaluate --only distilbert-pt-tiny
`;

async function main(): Promise<number> {
  const root = findProjectRoot(__dirname);
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      data: { type: "string", default: join(root, "..", "shared", "data") },
      out: { type: "string", default: join(root, "assets", "models") },
      work: { type: "string", default: join(root, "build", "models") },
      only: { type: "string" },
      threads: { type: "string", default: "2" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  if (!/^[1-9]\d?$/.test(values.threads)) {
    throw new RangeError(`--threads must be a whole number from 1 to 99, but got "${values.threads}".`);
  }
  const tasks = positionals.length === 0 ? Object.keys(TASKS) : positionals;
  const unknown = tasks.find((task) => !Object.hasOwn(TASKS, task));
  if (unknown !== undefined) {
    throw new RangeError(`There is no task "${unknown}". ${listNames("tasks", unknown, Object.keys(TASKS))}`);
  }
  if (values.only !== undefined && !Object.hasOwn(TASKS, values.only)) {
    throw new RangeError(`There is no model "${values.only}". ${listNames("models", values.only, Object.keys(TASKS))}`);
  }
  const workshop: Workshop = {
    data: resolve(values.data),
    models: resolve(values.out),
    work: resolve(values.work),
    only: values.only,
    threads: Number(values.threads),
    log: (line) => console.log(line),
  };
  for (const task of tasks) await TASKS[task]?.(workshop);
  return 0;
}

if (require.main === module) {
  main().then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      console.error(messageOf(error));
      process.exitCode = 2;
    },
  );
}
