/** @file Reads the adapters of test/fixtures/lora and opens their bases. Tests only. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type AutoModelClass,
  AutoModelForSequenceClassification,
  autoModelClassOf,
} from "../../../src/models/auto/auto-model";
import type { FromPretrainedOptions } from "../../../src/models/auto/load-model";
import { PreTrainedModel } from "../../../src/models/pretrained-model";
import { MODEL_FIXTURES } from "../../models/goldens";

/** The folder of the adapters. */
export const LORA_FIXTURES: string = join(__dirname, "..", "..", "fixtures", "lora");

/** What goldens.json says. */
export interface LoraGolden {
  readonly base: string;
  readonly input_ids: number[][];
  readonly attention_mask: number[][];
  readonly trainable: number;
  readonly all: number;
  readonly logits: number[];
  readonly training?: {
    readonly steps: number;
    readonly labels: number[][];
    readonly learningRate: number;
    readonly weightDecay: number;
    readonly clipNorm: number;
    readonly losses: number[];
  };
}

/** The adapters' names. */
export const LORA_CASES: readonly string[] = [
  "distilbert-usual",
  "bert-all-linear",
  "roberta-head-too",
  "distilbert-one-layer",
  "gpt2-patterns",
  "llama-regex",
];

/** One adapter's golden. */
export function loraGolden(name: string): LoraGolden {
  return JSON.parse(readFileSync(join(LORA_FIXTURES, name, "goldens.json"), "utf8")) as LoraGolden;
}

/** What opens the base of an adapter. */
export function baseClass(base: string): AutoModelClass {
  return base.endsWith("classification") || base.endsWith("label") || base.endsWith("regression")
    ? AutoModelForSequenceClassification
    : autoModelClassOf("causal-lm", PreTrainedModel);
}

/** Opens a base. */
export function openBase(base: string, options: FromPretrainedOptions = {}): Promise<PreTrainedModel> {
  return baseClass(base).fromPretrained(join(MODEL_FIXTURES, base), options);
}

/** The greatest distance, in parts of the largest number. */
export function distance(ours: readonly number[], theirs: readonly number[]): number {
  if (ours.length !== theirs.length) return Number.POSITIVE_INFINITY;
  const scale = Math.max(1, ...theirs.map(Math.abs));
  return Math.max(...ours.map((value, index) => Math.abs(value - (theirs[index] ?? Number.NaN)))) / scale;
}
