/** @file A model with a low-rank adapter: the base stands still, and the adapter is trained, saved and merged. */
import { argumentTypeError } from "../../core/errors";
import { defaultRng } from "../../core/random";
import type { Graph } from "../../graph/graph";
import type { TensorData } from "../../graph/machine/program";
import type { OnnxFiles } from "../../graph/onnx/write-onnx-file";
import type { FloatTensor } from "../../graph/training/training-session";
import { openRepository, type RepositoryOptions } from "../../hub/repository";
import type { ForwardOptions } from "../../models/architecture";
import type { ModelClass } from "../../models/auto/load-model";
import type { ModelInputs } from "../../models/model-inputs";
import { type ModelFields, PreTrainedModel } from "../../models/pretrained-model";
import type { ModelParts, SavePretrainedOptions } from "../../models/save-model";
import { type TrainableParameters, trainableParameters } from "../freezing/trainable-parameters";
import { openAdapter, saveAdapter } from "./adapter-files";
import { adapterParameters, checkSavedModules, isSavedWhole, withoutSaved } from "./adapter-parameters";
import { initialUpdates } from "./initial-updates";
import { LoraConfig } from "./lora-config";
import { adaptedLayers, completedConfig, type LoraLayer, linearLayers, loraA, loraAdapter, loraB } from "./lora-layers";
import { mergedWeight } from "./merged-weight";
import { ownPrograms } from "./own-programs";
import { PeftError } from "./peft-error";
import { readLoraConfig } from "./read-lora-config";

/** What an adapter adds to a model. */
export interface PeftMethods<Model extends PreTrainedModel = PreTrainedModel> {
  /** The adapter's configuration, with everything filled in. */
  readonly peftConfig: LoraConfig;
  /** The model below. It shares its weights with this one, layers that are trained whole included. */
  readonly baseModel: Model;
  /** How much is trained, as a line. It counts what is there: PEFT also counts the copy that it keeps of a trained head. */
  printTrainableParameters(): TrainableParameters;
  /** Adds the updates to the weights and gives the base, which then predicts what this model did. This model ends. */
  mergeAndUnload(): Promise<Model>;
}

/**
 * A model with an adapter. It is what its base is, with the same methods: `forward`, training, `exportOnnx`, which writes merged
 * weights. `savePretrained(folder)` writes the adapter alone, in PEFT's format.
 *
 * Python: `peft.PeftModel`.
 */
export type PeftModel<Model extends PreTrainedModel = PreTrainedModel> = Model & PeftMethods<Model>;

/** Options of {@link getPeftModel}. */
export interface GetPeftModelOptions {
  /** Where the random first values start. @default the operating system's randomness */
  seed?: number;
}

/** Options of `PeftModel.fromPretrained`. */
export interface PeftFromPretrainedOptions extends RepositoryOptions {
  /** Whether training may go on; by default everything is frozen. Python: `is_trainable`. @default false */
  isTrainable?: boolean;
}

/** What opens adapters. */
export interface PeftModelClass {
  /**
   * Puts the adapter of a folder, or of the Hub, onto the model that it was trained on.
   *
   * Throws a {@link PeftError} for an adapter of another model, of another method than LoRA, or with weights that are no numbers.
   */
  fromPretrained<Model extends PreTrainedModel>(
    model: Model,
    idOrFolder: string,
    options?: PeftFromPretrainedOptions,
  ): Promise<PeftModel<Model>>;
}

/**
 * Puts a new LoRA adapter onto a model (Hu et al. 2021). Python: `peft.get_peft_model`.
 *
 * The base's weights are frozen; two thin factors beside each chosen linear layer are trained, and the head of a classifier. The
 * adapted model begins as the base is. Throws a {@link PeftError} that lists the linear layers where a name fits none.
 *
 * @example
 * ```ts
 * const adapted = await getPeftModel(model, new LoraConfig({ r: 4, loraAlpha: 8 }), { seed: 42 });
 * console.log(adapted.printTrainableParameters());
 * // trainable params: 1,127 || all params: 7,353 || trainable%: 15.3271
 * ```
 */
export async function getPeftModel<Model extends PreTrainedModel>(
  model: Model,
  config: LoraConfig = new LoraConfig(),
  options: GetPeftModelOptions = {},
): Promise<PeftModel<Model>> {
  checkModel(model, "getPeftModel");
  if (!(config instanceof LoraConfig)) {
    const next = "`new LoraConfig({ r: 8 })` makes one.";
    throw argumentTypeError({
      function: "getPeftModel",
      parameter: "config",
      rule: "be a LoraConfig",
      value: config,
      next,
    });
  }
  checkSavedModules(config, model);
  const linear = linearLayers(model);
  const source = config.baseModelNameOrPath ?? model.loadingReport?.source;
  const completed = withoutSaved(completedConfig(config, model, linear), linear).with({}, source);
  const layers = layerMap(adaptedLayers(completed, linear, model.className));
  const random = defaultRng(options.seed);
  const start = new Map(
    [...layers.values()].flatMap((layer) => [...initialUpdates(layer, completed.initLoraWeights, random)]),
  );
  return adapt(model, completed, layers, start);
}

/** What opens adapters. Python: `peft.PeftModel`. */
export const PeftModel: PeftModelClass = {
  async fromPretrained(model, idOrFolder, options = {}) {
    checkModel(model, "PeftModel.fromPretrained");
    const { isTrainable = false, ...where } = options;
    const repository = await openRepository(idOrFolder, where);
    const config = await readLoraConfig(repository);
    const linear = linearLayers(model);
    // What the file leaves out was not there when it was trained: no head is added to it.
    const completed = config.taskType === undefined ? config : completedConfig(config, model, linear);
    const chosen = adaptedLayers(completed, linear, model.className);
    const file = await openAdapter(repository);
    try {
      // Whether a layer that is saved whole has an update as well depends on the version of PEFT; the file knows.
      const saved = completed.modulesToSave ?? [];
      const isThere = ({ name }: LoraLayer): boolean =>
        file.names.has(loraA(name)) || !isSavedWhole(`${name}.weight`, saved);
      const layers = layerMap(chosen.filter(isThere));
      const graph = model.buildGraph({ linearAdapter: loraAdapter(layers, 0, "inference") });
      const start = await file.read(adapterParameters(graph, completed, layers), completed);
      const adapted = await adapt(model, completed, layers, start);
      if (!isTrainable) adapted.freeze(() => true);
      return adapted;
    } finally {
      await file.close();
    }
  },
};

async function adapt<Model extends PreTrainedModel>(
  model: Model,
  config: LoraConfig,
  layers: ReadonlyMap<string, LoraLayer>,
  start: ReadonlyMap<string, FloatTensor>,
): Promise<PeftModel<Model>> {
  const { session, ...fields } = model.fields();
  const graph = model.buildGraph({ linearAdapter: loraAdapter(layers, 0, "inference") });
  const parameters = new Map([...graph.parameters].map(([name, { shape }]) => [name, shape.map(Number)]));
  await session.write(start);
  const Base = model.constructor as ModelClass<PreTrainedModel>;
  const own = { ...fields, parameters, session: ownPrograms(session) };
  const trained = new Set(adapterParameters(graph, config, layers).keys());
  return peftClass(Base, { model, config, layers, trained, session }, own) as unknown as PeftModel<Model>;
}

interface Adapter {
  readonly model: PreTrainedModel;
  readonly config: LoraConfig;
  readonly layers: ReadonlyMap<string, LoraLayer>;
  readonly trained: ReadonlySet<string>;
  readonly session: ModelFields["session"];
}

/** The model as an object of its base's class, so that whatever trains or decodes the base does so with the adapter. */
function peftClass(Base: ModelClass<PreTrainedModel>, adapter: Adapter, fields: ModelFields): PreTrainedModel {
  const { model, config, layers, trained, session } = adapter;
  let unloaded = false;

  class Adapted extends Base implements PeftMethods {
    readonly peftConfig = config;
    readonly baseModel = model;

    override buildGraph(options: Omit<ForwardOptions, "head"> = {}): Graph {
      if (unloaded) throw ended();
      const linearAdapter = loraAdapter(layers, config.loraDropout, options.mode ?? "inference");
      return super.buildGraph({ ...options, linearAdapter });
    }

    override feedsFor(graph: Graph, inputs: ModelInputs): Record<string, TensorData> {
      // A graph that was built before the end is still known.
      if (unloaded) throw ended();
      return super.feedsFor(graph, inputs);
    }

    printTrainableParameters(): TrainableParameters {
      return trainableParameters(this);
    }

    override async savePretrained(folder: string, options: SavePretrainedOptions = {}): Promise<string[]> {
      const names = this.parameters().filter(({ name }) => trained.has(name));
      const parameters = new Map(names.map(({ name, shape }) => [name, shape]));
      const files = await saveAdapter(folder, { config, layers, parameters, read: (name) => this.#read(name) });
      if (options.card !== undefined) {
        const { saveCard } = await import("../../models/card/save-card.js");
        const numParameters = names.reduce((sum, { size }) => sum + size, 0);
        const onnx = options.onnx === true;
        const baseModel = hubId(config.baseModelNameOrPath);
        const facts = {
          config: this.config,
          head: this.head,
          numParameters,
          onnx,
          kind: "adapter",
          baseModel,
        } as const;
        files.push(await saveCard(folder, options.card, facts));
      }
      if (options.onnx !== true) return files;
      const { dataPath }: OnnxFiles = await this.exportOnnx(folder);
      return [...files, "onnx/model.onnx", ...(dataPath === undefined ? [] : ["onnx/model.onnx_data"])];
    }

    async mergeAndUnload(): Promise<PreTrainedModel> {
      if (unloaded) throw ended();
      // In the middle of a training the weights are elsewhere.
      this.fields();
      for (const layer of layers.values()) {
        const name = `${layer.name}.weight`;
        await session.write(new Map([[name, await this.#merged(name, layer)]]), { transfer: true });
      }
      unloaded = true;
      await session.drop([...layers.keys()].flatMap((name) => [loraA(name), loraB(name)]));
      return model;
    }

    override toText(): string {
      return `PeftModel(${this.className}, ${this.printTrainableParameters().toText()}, ${this.engine})`;
    }

    /** What is exported is the base with merged weights: the same numbers at no cost. */
    protected override parts(): ModelParts {
      const all = super.parts();
      const base = super.buildGraph();
      const layerOf = new Map([...layers.values()].map((layer) => [`${layer.name}.weight`, layer]));
      return {
        ...all,
        parameters: new Map([...all.parameters].filter(([name]) => base.parameters.has(name))),
        build: (options) => super.buildGraph(options),
        read: async (name) => {
          const layer = layerOf.get(name);
          return layer === undefined ? all.read(name) : this.#merged(name, layer);
        },
      };
    }

    async #merged(name: string, layer: LoraLayer): Promise<FloatTensor> {
      const [weight, down, up] = await Promise.all(
        [name, loraA(layer.name), loraB(layer.name)].map((each) => this.#read(each)),
      );
      if (weight === undefined || down === undefined || up === undefined) throw ended();
      const data = mergedWeight(layer, { weight: weight.data, down: down.data, up: up.data });
      return { shape: weight.shape, data };
    }

    async #read(name: string): Promise<FloatTensor> {
      if (unloaded) throw ended();
      return (await this.readParameters([name])).get(name) as FloatTensor;
    }
  }

  const adapted = new Adapted(fields);
  adapted.freeze((name) => !trained.has(name));
  return adapted;
}

/** A base that is on the Hub: a folder's path is nobody else's. */
function hubId(name: string | undefined): string | undefined {
  return name !== undefined && /^\w[\w.-]*\/[\w.-]+$/.test(name) ? name : undefined;
}

function layerMap(layers: readonly LoraLayer[]): Map<string, LoraLayer> {
  return new Map(layers.map((layer) => [layer.name, layer]));
}

function checkModel(model: unknown, caller: string): void {
  if (!(model instanceof PreTrainedModel)) {
    const next = "`await AutoModelForSequenceClassification.fromPretrained(…)` opens one.";
    throw argumentTypeError({ function: caller, parameter: "model", rule: "be a model", value: model, next });
  }
  if (!("peftConfig" in model)) return;
  throw new PeftError("adapter-twice", "The model has an adapter already.", {
    hint: "Call `mergeAndUnload()` first, or adapt its `baseModel` anew.",
  });
}

function ended(): PeftError {
  return new PeftError("adapter-unloaded", "The adapter was merged into its base, and this model has ended.", {
    hint: "Go on with the model that `mergeAndUnload()` gave.",
  });
}
