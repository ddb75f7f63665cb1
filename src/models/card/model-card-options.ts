/** @file What a model card says, and what of it the Hub would refuse. */
import { argumentRangeError, argumentTypeError } from "../../core/errors";
import { listNames, nearestName } from "../../core/suggest";

/** One number of an evaluation. */
export interface CardResult {
  /** The metric's name, as `evaluate` has it: `"accuracy"`, `"f1"`. */
  metric: string;
  value: number;
  /** The data's name; its id where it is on the Hub. */
  dataset: string;
  /** Which part of the data: `"test"`. */
  split?: string;
  /** The ends of an interval of confidence. */
  interval?: readonly [low: number, high: number];
}

/** What a run emitted, for the card; an `EmissionsReport` gives the numbers. */
export interface CardEmissions {
  /** Grams of CO2 equivalents. */
  grams: number;
  /** How they were estimated. */
  source: string;
  /** Where: `"Brazil"`. */
  location?: string;
  /** On what: `"2 cores of a laptop"`. */
  hardware?: string;
}

/** Options of `modelCard`. What a model knows of itself, `savePretrained(folder, { card })` fills in. */
export interface ModelCardOptions {
  /** The id under which it is, or will be, on the Hub, or a name: `"ana/redacoes"`. */
  modelId: string;
  /** What it is and what it is for: a sentence or some. */
  summary?: string;
  /** Codes of languages: `"pt"`, or several. */
  language?: string | readonly string[];
  /** The Hub's identifier of a licence: `"apache-2.0"`. */
  license?: string;
  /** The id of the model that it was tuned from. */
  baseModel?: string;
  /** Ids of data sets on the Hub. */
  datasets?: readonly string[];
  /** More words by which the Hub finds it. */
  tags?: readonly string[];
  /** What it does, as the Hub names it: `"text-classification"`. */
  task?: CardTask;
  /** What it was trained on: where the data is from, how many rows, how they were split. */
  data?: string;
  /** What it was trained with, in the order in which it is shown. */
  hyperparameters?: Readonly<Record<string, string | number | boolean>>;
  /** What it reached. */
  results?: readonly CardResult[];
  /** Where it fails and what it must not be used for. */
  limits?: string | readonly string[];
  emissions?: CardEmissions;
  /** The class that opens it: `"DistilBertForSequenceClassification"`. */
  className?: string;
  /** A classifier's labels, in the order of their numbers. */
  labels?: readonly string[];
  /** How many numbers it has. */
  numParameters?: number;
  /** Whether the folder has an ONNX file, for transformers.js. @default false */
  onnx?: boolean;
  /** Whether it is a whole model or a LoRA adapter. @default "model" */
  kind?: "model" | "adapter";
}

/** What the Hub calls the tasks of our heads. */
export type CardTask =
  | "text-classification"
  | "token-classification"
  | "question-answering"
  | "fill-mask"
  | "text-generation"
  | "zero-shot-classification"
  | "feature-extraction";

const TASKS: readonly CardTask[] = [
  ...(["text-classification", "token-classification", "question-answering", "fill-mask"] as const),
  ...(["text-generation", "zero-shot-classification", "feature-extraction"] as const),
];

/** The Hub's identifiers of licences that models usually have. */
const LICENSES: readonly string[] = [
  ...["apache-2.0", "mit", "bsd-2-clause", "bsd-3-clause", "isc", "mpl-2.0", "unlicense", "afl-3.0", "artistic-2.0"],
  ...["gpl", "gpl-2.0", "gpl-3.0", "lgpl", "lgpl-2.1", "lgpl-3.0", "agpl-3.0", "epl-2.0", "eupl-1.1", "eupl-1.2"],
  ...["cc", "cc0-1.0", "cc-by-2.0", "cc-by-3.0", "cc-by-4.0", "cc-by-sa-3.0", "cc-by-sa-4.0", "cc-by-nc-2.0"],
  ...["cc-by-nc-3.0", "cc-by-nc-4.0", "cc-by-nd-4.0", "cc-by-nc-nd-3.0", "cc-by-nc-nd-4.0", "cc-by-nc-sa-2.0"],
  ...["cc-by-nc-sa-3.0", "cc-by-nc-sa-4.0", "openrail", "openrail++", "creativeml-openrail-m", "bigscience-openrail-m"],
  ...[
    "bigscience-bloom-rail-1.0",
    "bigcode-openrail-m",
    "llama2",
    "llama3",
    "llama3.1",
    "llama3.2",
    "llama3.3",
    "gemma",
  ],
  ...[
    "odbl",
    "pddl",
    "odc-by",
    "ms-pl",
    "wtfpl",
    "zlib",
    "bsl-1.0",
    "postgresql",
    "ncsa",
    "ofl-1.1",
    "unknown",
    "other",
  ],
];

const LONGEST = 100_000;
const MOST = 1000;

/** Refuses what the Hub would refuse, and what no card can show. */
export function checkCard(options: ModelCardOptions): void {
  if (typeof options !== "object" || options === null) {
    throw argumentTypeError({ function: "modelCard", parameter: "options", rule: "be an object", value: options });
  }
  const fail = (parameter: string, rule: string, value: unknown, next?: string): never => {
    throw argumentRangeError({ function: "modelCard", parameter, rule, value, next });
  };
  const { modelId, license, task } = options;
  if (typeof modelId !== "string" || !/^[\w.-]+(\/[\w.-]+)?$/.test(modelId) || modelId.length > 200)
    fail("modelId", "be a name, or an owner and a name: letters, digits, `-`, `_` and `.`", modelId);
  if (license !== undefined && !LICENSES.includes(license)) {
    const nearest = nearestName(String(license), LICENSES);
    const next =
      nearest === undefined ? 'Take "other" for one that the Hub has no identifier for.' : `Did you mean "${nearest}"?`;
    fail("license", "be the Hub's identifier of a licence", license, next);
  }
  if (task !== undefined && !TASKS.includes(task))
    fail("task", "be a task of the Hub", task, listNames("tasks", String(task), TASKS));
  for (const code of [options.language ?? []].flat()) {
    if (code !== "multilingual" && !/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(code))
      fail("language", 'be codes such as "pt" or "es"', code);
  }
  for (const key of ["baseModel", "summary", "data", "className"] as const) checkText(key, options[key], fail);
  for (const key of ["datasets", "tags", "labels", "limits"] as const) {
    const list = [options[key] ?? []].flat();
    if (list.length > MOST) fail(key, `have at most ${MOST} entries`, list.length);
    for (const text of list) checkText(key, text, fail);
  }
  checkResults(options.results ?? [], fail);
}

type Fail = (parameter: string, rule: string, value: unknown, next?: string) => never;

function checkText(key: string, value: unknown, fail: Fail): void {
  if (value === undefined) return;
  if (typeof value !== "string" || value.length > LONGEST)
    fail(key, `be a text of at most ${LONGEST} characters`, value);
}

function checkResults(results: readonly CardResult[], fail: Fail): void {
  if (!Array.isArray(results) || results.length > MOST)
    fail("results", `be a list of at most ${MOST} results`, results);
  for (const [place, { metric, value, dataset, interval }] of results.entries()) {
    const at = `results[${place}]`;
    if (typeof metric !== "string" || metric === "") fail(`${at}.metric`, "be the name of a metric", metric);
    if (typeof value !== "number" || !Number.isFinite(value)) fail(`${at}.value`, "be a number", value);
    if (typeof dataset !== "string" || dataset === "") fail(`${at}.dataset`, "be the name of the data", dataset);
    if (interval !== undefined && !(interval[0] <= interval[1]))
      fail(`${at}.interval`, "be two numbers in order", interval);
  }
}
