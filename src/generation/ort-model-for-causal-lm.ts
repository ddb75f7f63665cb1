/** @file Causal language models as ONNX files, of any architecture: what others exported, continued by our strategies. */
import { isAbsolute, join } from "node:path";
import { SelfShowing } from "../core/self-showing";
import { leaseMachine, type MachineLease } from "../graph/inference/shared-machine";
import { openRepository, type Repository, type RepositoryOptions } from "../hub/repository";
import { readGenerationConfig } from "./auto-model-for-causal-lm";
import { OnnxDecoder, type OnnxDecoderPlan, planOnnxDecoder } from "./decoder/onnx-decoder";
import { generate } from "./generate";
import type { GenerateOptions } from "./generate-options";
import type { GenerateOutput } from "./generate-output";
import { GenerationConfig } from "./generation-config";
import { GenerationError } from "./generation-error";
import { type GenerationSource, type Generative, positionsOf, vocabularyOf } from "./generation-source";
import type { GenerateInputs } from "./run/prompts";

/** Options of {@link ORTModelForCausalLM.fromPretrained}. */
export interface ORTModelOptions extends RepositoryOptions {
  /** The file in the repository. @default the first of onnx/model.onnx, onnx/decoder_model_merged.onnx, onnx/model_quantized.onnx and their like */
  file?: string;
}

/** Where exporters put a decoder with past inputs, the most exact first. */
const FILES = [
  "model.onnx",
  "decoder_model_merged.onnx",
  "decoder_with_past_model.onnx",
  "model_quantized.onnx",
  "decoder_model_merged_quantized.onnx",
  "model_int8.onnx",
  "model_uint8.onnx",
  "model_q4.onnx",
].flatMap((name) => [`onnx/${name}`, name]);

/** A config.json is some kilobytes. */
const LARGEST_CONFIG = 16_000_000;

let opened = 0;

/**
 * A causal language model in an ONNX file with past inputs. Python: `optimum.onnxruntime.ORTModelForCausalLM`.
 *
 * The names and shapes of optimum's and transformers.js's exports are known, and those of onnxruntime's own. The cache must be
 * float32; the weights may be quantized.
 *
 * @example
 * ```ts
 * const model = await ORTModelForCausalLM.fromPretrained("onnx-community/Qwen2.5-0.5B-Instruct");
 * const { texts } = await model.generate(tokenizer.encode("Hola"), { tokenizer, maxNewTokens: 20 });
 * ```
 */
export class ORTModelForCausalLM extends SelfShowing implements Generative {
  /** What config.json says; empty where there is none. */
  readonly config: Readonly<Record<string, unknown>>;
  readonly className: string;
  /** The options that hold where a call of {@link ORTModelForCausalLM.generate} gives none. */
  generationConfig: GenerationConfig;
  readonly #lease: MachineLease;
  readonly #program: string;
  readonly #plan: OnnxDecoderPlan;
  #decoders = 0;

  private constructor(
    config: Readonly<Record<string, unknown>>,
    generationConfig: GenerationConfig,
    { lease, program, plan }: { lease: MachineLease; program: string; plan: OnnxDecoderPlan },
  ) {
    super();
    this.config = config;
    const [named] = Array.isArray(config.architectures) ? (config.architectures as unknown[]) : [];
    this.className = typeof named === "string" ? named : "ORTModelForCausalLM";
    this.generationConfig = generationConfig;
    this.#lease = lease;
    this.#program = program;
    this.#plan = plan;
  }

  /**
   * Opens the ONNX file of a folder, or of a model of the Hub.
   *
   * Throws a GenerationError where there is none, or where its inputs are not known here.
   */
  static async fromPretrained(idOrFolder: string, options: ORTModelOptions = {}): Promise<ORTModelForCausalLM> {
    const { file, ...where } = options;
    const repository = await openRepository(idOrFolder, where);
    const found = file ?? (await findDecoder(repository));
    if (found === undefined || isAbsolute(found))
      throw new GenerationError("onnx-missing", `${repository.id} has no ONNX file of a decoder.`, {
        parameters: ["file"],
        hint: `Name it by \`file\`. Looked for: ${FILES.slice(0, 4).join(", ")}, …`,
      });
    const path = await repository.path(found);
    if (await repository.has(`${found}_data`)) await repository.path(`${found}_data`);
    const config = (await repository.has("config.json"))
      ? asObject(await repository.readJson("config.json", { maxBytes: LARGEST_CONFIG }))
      : {};
    const generationConfig = (await readGenerationConfig(repository)) ?? GenerationConfig.fromFiles({ config });
    const lease = await leaseMachine();
    const program = `onnx-decoder-${++opened}`;
    try {
      const facts = await lease.machine.load({
        name: program,
        model: { path },
        state: [],
        updates: [],
        outputs: "all",
        options: { optimization: "all" },
      });
      const plan = sized(planOnnxDecoder(facts, join(repository.id, found)), config);
      return new ORTModelForCausalLM(config, generationConfig, { lease, program, plan });
    } catch (error) {
      await lease.release();
      throw error;
    }
  }

  /** Another spelling of {@link ORTModelForCausalLM.fromPretrained}. */
  static from_pretrained(idOrFolder: string, options: ORTModelOptions = {}): Promise<ORTModelForCausalLM> {
    return ORTModelForCausalLM.fromPretrained(idOrFolder, options);
  }

  /** Continues each row, as `AutoModelForCausalLM`'s models do. Contrastive search needs states that an ONNX file lacks. */
  generate(inputs: GenerateInputs, options: GenerateOptions = {}): Promise<GenerateOutput> {
    return generate(this.generationSource(), inputs, options);
  }

  /** What `generate` works with. */
  generationSource(): GenerationSource {
    const { config, className, generationConfig } = this;
    return {
      className,
      vocabulary: vocabularyOf(config),
      positions: positionsOf(config),
      generationConfig,
      openDecoder: async () =>
        new OnnxDecoder(this.#lease, this.#program, this.#plan, `${this.#program}-${++this.#decoders}`),
    };
  }

  /** Frees the model. */
  async close(): Promise<void> {
    await this.#lease.machine.unload(this.#program).catch(() => undefined);
    await this.#lease.release();
  }

  override toText(): string {
    return `${this.className}(ONNX)`;
  }

  override toBundle(): { "text/plain": string } {
    return { "text/plain": this.toText() };
  }
}

/** The repository's ONNX file of a decoder; undefined where there is none. */
export async function findDecoder(repository: Repository): Promise<string | undefined> {
  for (const file of FILES) if (await repository.has(file)) return file;
  return undefined;
}

/** Sizes of the cache that the file leaves open are told by the configuration. */
function sized(plan: OnnxDecoderPlan, config: Readonly<Record<string, unknown>>): OnnxDecoderPlan {
  const heads = Number(config.num_key_value_heads ?? config.num_attention_heads ?? config.n_head);
  const width = Number(config.hidden_size ?? config.n_embd);
  const size = Number(config.head_dim ?? width / Number(config.num_attention_heads ?? config.n_head));
  const { cacheShape, rowAxis, lengthAxis } = plan;
  const [headAxis, sizeAxis] = [lengthAxis - 1, lengthAxis + 1];
  const known = cacheShape.map((value, axis) => {
    if (value > 0 || axis === rowAxis || axis === lengthAxis) return value;
    return axis === headAxis ? heads : axis === sizeAxis ? size : value;
  });
  const isKnown = known.every((value, axis) => axis === rowAxis || axis === lengthAxis || value > 0);
  if (isKnown) return { ...plan, cacheShape: known };
  throw new GenerationError(
    "onnx-unsupported",
    "The file does not say how large its cache is, and neither does config.json.",
    {
      hint: "config.json must have `num_attention_heads` and `hidden_size`.",
    },
  );
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
