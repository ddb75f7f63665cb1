/** @file The first values of low-rank updates, by PEFT's rules. */
import type { Generator } from "../../core/random";
import type { FloatTensor } from "../../graph/training/training-session";
import { normalNumbers } from "../../models/initial-values";
import type { LoraConfig } from "./lora-config";
import { type LoraLayer, loraA, loraB } from "./lora-layers";

/** A layer's two factors as they begin. With B zero, the product is: the model begins as it was. */
export function initialUpdates(
  { name, rank, inputs, size }: LoraLayer,
  initLoraWeights: LoraConfig["initLoraWeights"],
  random: Generator,
): Map<string, FloatTensor> {
  // Kaiming's uniform with a = √5, which is PyTorch's for a linear layer, comes to ±1/√inputs.
  const down =
    initLoraWeights === "gaussian"
      ? normalNumbers(random, rank * inputs, 1 / rank)
      : uniformNumbers(random, rank * inputs, 1 / Math.sqrt(inputs));
  const up =
    initLoraWeights === false
      ? uniformNumbers(random, size * rank, 1 / Math.sqrt(rank))
      : new Float32Array(size * rank);
  return new Map([
    [loraA(name), { shape: [rank, inputs], data: down }],
    [loraB(name), { shape: [size, rank], data: up }],
  ]);
}

function uniformNumbers(random: Generator, length: number, bound: number): Float32Array {
  return Float32Array.from({ length }, () => (2 * random.random() - 1) * bound);
}
