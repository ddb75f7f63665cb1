/** @file Freezing parts of a model by depth and by name, in the words of whoever trains. */
import { argumentRangeError, argumentTypeError } from "../../core/errors";
import { listNames } from "../../core/suggest";
import type { PreTrainedModel } from "../../models/pretrained-model";
import { TrainingError } from "../training-error";
import { type TrainableParameters, trainableParameters } from "./trainable-parameters";

/** What {@link freezeLayers} and {@link unfreezeLayers} pick. */
export interface LayerChoice {
  /** The tables of words and positions, with their normalization. @default false */
  embeddings?: boolean;
  /** How many layers, or which ones by number, from 0 at the bottom; `"all"` takes all of them. @default none */
  layers?: number | readonly number[] | "all";
  /** Parts by name: a layer (`"classifier"`, `"q_lin"`), a path (`"distilbert.transformer.layer.0"`) or a weight. */
  names?: string | readonly string[];
}

/**
 * Keeps training from changing parts of a model. A number of layers is counted from the bottom, where a pretrained model knows
 * what every text shares.
 *
 * Gives what is left to train. Throws a TrainingError `layers-unknown` that lists what the model has. `model.summary()` shows it.
 *
 * Python: `for p in model.distilbert.embeddings.parameters(): p.requires_grad = False`; Keras: `layer.trainable = False`.
 *
 * @example
 * ```ts
 * freezeLayers(model, { embeddings: true, layers: 1 });
 * // trainable params: 2,971 || all params: 6,777 || trainable%: 43.8395
 * ```
 */
export function freezeLayers(model: PreTrainedModel, choice: LayerChoice): TrainableParameters {
  const chosen = chosenWeights(model, choice, "freezeLayers");
  model.freeze((name) => chosen.has(name));
  return trainableParameters(model);
}

/** Lets training change parts of a model again. A number of layers is counted from the top. See {@link freezeLayers}. */
export function unfreezeLayers(model: PreTrainedModel, choice: LayerChoice): TrainableParameters {
  const chosen = chosenWeights(model, choice, "unfreezeLayers");
  model.unfreeze((name) => chosen.has(name));
  return trainableParameters(model);
}

/**
 * Freezes the pretrained body whole, so that the head alone is trained. Python: `model.base_model.requires_grad_(False)`.
 *
 * Throws a TrainingError `head-missing` for a model without a head.
 */
export function freezeBody(model: PreTrainedModel): TrainableParameters {
  const { prefix } = model.config.architecture;
  if (model.head === "base" || !model.parameters().some(({ name }) => !name.startsWith(prefix))) {
    throw new TrainingError(
      "head-missing",
      `A ${model.className} has no weights outside its body: nothing would be trained.`,
      {
        hint: "Freeze some layers: `freezeLayers(model, { embeddings: true, layers: 2 })`.",
      },
    );
  }
  model.freeze((name) => name.startsWith(prefix));
  return trainableParameters(model);
}

/** The layer of a weight, from 0 at the bottom; undefined for embeddings, heads and what stands above the layers. */
export function layerOf(model: PreTrainedModel, name: string): number | undefined {
  const depth = model.config.architecture.depth(model.config.values, name);
  // A decoder's last normalization is one deeper than its layers, and has no number in its name.
  return depth === undefined || depth === 0 || !/\.\d+\./.test(`.${name}`) ? undefined : depth - 1;
}

/** Whether a weight belongs to the embeddings. */
export function isEmbedding(model: PreTrainedModel, name: string): boolean {
  return model.config.architecture.depth(model.config.values, name) === 0;
}

function chosenWeights(model: PreTrainedModel, choice: LayerChoice, caller: string): Set<string> {
  checkChoice(choice, caller);
  const names = model.parameters().map(({ name }) => name);
  const layers = chosenLayers(model, names, choice.layers ?? [], caller);
  const parts = [choice.names ?? []].flat();
  for (const part of parts) {
    if (!names.some((name) => isPart(name, part))) throw unknownName(model, part, names);
  }
  return new Set(
    names.filter(
      (name) =>
        (choice.embeddings === true && isEmbedding(model, name)) ||
        layers.has(layerOf(model, name) ?? -1) ||
        parts.some((part) => isPart(name, part)),
    ),
  );
}

function chosenLayers(
  model: PreTrainedModel,
  names: readonly string[],
  wanted: number | readonly number[] | "all",
  caller: string,
): Set<number> {
  const known = [...new Set(names.map((name) => layerOf(model, name)).filter((layer) => layer !== undefined))];
  const count = known.length;
  if (wanted === "all") return new Set(known);
  if (typeof wanted === "number") {
    if (!Number.isInteger(wanted) || wanted < 0 || wanted > count) throw unknownLayer(model, wanted, count, "has only");
    const first = caller === "freezeLayers" ? 0 : count - wanted;
    return new Set(known.filter((layer) => layer >= first && layer < first + wanted));
  }
  const wrong = wanted.find((layer) => !known.includes(layer));
  if (wrong !== undefined) throw unknownLayer(model, wrong, count, "counts from 0 and has");
  return new Set(wanted);
}

/** Whether the parts of `part` stand side by side in a weight's name. */
function isPart(name: string, part: string): boolean {
  return `.${name}.`.includes(`.${part}.`);
}

function checkChoice(choice: LayerChoice, caller: string): void {
  const keys = ["embeddings", "layers", "names"];
  const given = typeof choice === "object" && choice !== null ? Object.keys(choice) : [];
  const wrong = given.find((key) => !keys.includes(key));
  if (wrong !== undefined)
    throw new TypeError(`${caller}: there is no option \`${wrong}\`. ${listNames("options", wrong, keys)}`);
  if (given.length === 0) {
    const next = "For example `{ embeddings: true, layers: 2 }`.";
    throw argumentTypeError({ function: caller, parameter: "choice", rule: "say what", value: choice, next });
  }
  const { layers } = choice;
  if (layers === undefined || typeof layers === "number" || Array.isArray(layers) || layers === "all") return;
  throw argumentRangeError({
    function: caller,
    parameter: "layers",
    rule: 'be a number, a list of numbers or "all"',
    value: layers,
  });
}

function unknownLayer({ className }: PreTrainedModel, layer: number, count: number, verb: string): TrainingError {
  return new TrainingError("layers-unknown", `\`layers\` is ${layer}, but this ${className} ${verb} ${count} layers.`, {
    hint: `Layers are numbered from 0 to ${count - 1}, from the bottom up.`,
  });
}

function unknownName({ className }: PreTrainedModel, part: string, names: readonly string[]): TrainingError {
  const parts = [...new Set(names.flatMap((name) => name.split(".").slice(0, -1)))].filter(
    (each) => !/^\d+$/.test(each),
  );
  return new TrainingError("layers-unknown", `No part of this ${className} is called \`${part}\`.`, {
    hint: listNames("parts", part, parts),
  });
}
