/** @file Running a model on onnxruntime: its weights as named state of the shared machine, a program for each graph. */
import { checkedFeeds } from "../checked-feeds";
import type { Graph } from "../graph";
import type { CarrySpec } from "../machine/carry";
import { MachineError } from "../machine/machine-error";
import type { TensorData } from "../machine/program";
import type { Feeds, FloatTensor } from "../training/training-session";
import type { InferenceRunOptions, InferenceSession, SessionCarry, WeightsPlace } from "./inference-session";
import { loadGraph } from "./load-graph";
import { leaseMachine, type MachineLease } from "./shared-machine";

interface Prepared {
  readonly graph: Graph;
  readonly inputs: readonly string[];
  readonly weights: WeightsPlace;
}

/** What a session holds in the machine; kept apart from it, so that it can be freed when the session is forgotten. */
interface Holdings {
  readonly lease: MachineLease;
  readonly states: Set<string>;
  readonly programs: Map<string, Promise<Prepared>>;
  readonly prefix: string;
  readonly weights: WeightsPlace;
}

let sessions = 0;
let carries = 0;
let forgotten: FinalizationRegistry<Holdings> | undefined;

/** Opens a session without weights. */
export async function openOnnxInference(weights: WeightsPlace): Promise<InferenceSession> {
  const lease = await leaseMachine();
  const prefix = `model-${++sessions}/`;
  const holdings: Holdings = { lease, states: new Set(), programs: new Map(), prefix, weights };
  const session = new OnnxInference(holdings);
  // A model that a notebook's cell replaced must not keep its weights in memory.
  forgotten ??= new FinalizationRegistry((left) => void free(left));
  forgotten.register(session, holdings, session);
  return session;
}

class OnnxInference implements InferenceSession {
  readonly engine = "onnx";
  readonly #holdings: Holdings;
  #closed: Promise<void> | undefined;

  constructor(holdings: Holdings) {
    this.#holdings = holdings;
  }

  async write(parameters: ReadonlyMap<string, FloatTensor>, options: { transfer?: boolean } = {}): Promise<void> {
    const { states, prefix } = this.#holdings;
    await this.#ask(async ({ machine }) => {
      // Packed copies are of the old weights.
      await unloadAll(this.#holdings, "packed");
      for (const [name, { shape, data }] of parameters) {
        await machine.setState(prefix + name, { dims: shape, data }, { transfer: options.transfer ?? false });
        states.add(prefix + name);
      }
    });
  }

  async read(names: readonly string[]): Promise<Map<string, FloatTensor>> {
    const { prefix } = this.#holdings;
    const found = await this.#ask(({ machine }) => machine.readState(names.map((name) => prefix + name)));
    return new Map([...found].map(([name, { dims, data }]) => [name.slice(prefix.length), { shape: dims, data }]));
  }

  async drop(names: readonly string[]): Promise<void> {
    const { states, prefix } = this.#holdings;
    const own = names.map((name) => prefix + name);
    await this.#ask(({ machine }) => machine.dropState(own));
    for (const name of own) states.delete(name);
  }

  async run(
    key: string,
    build: () => Graph,
    feeds: Feeds,
    options: InferenceRunOptions = {},
  ): Promise<Record<string, TensorData>> {
    const { programs, prefix } = this.#holdings;
    return this.#ask(async (lease) => {
      let loading = programs.get(key);
      if (loading === undefined) {
        loading = prepare(this.#holdings, key, build, options.weights ?? this.#holdings.weights);
        programs.set(key, loading);
        // What failed to load is tried anew the next time.
        loading.catch(() => programs.delete(key));
      }
      const { graph, inputs } = await loading;
      const { carry, ...use } = options.carry ?? {};
      const read =
        carry === undefined
          ? checkedFeeds(graph, inputs, feeds, { others: "ignore" })
          : Object.fromEntries(Object.entries(feeds).filter(([name]) => inputs.includes(name)));
      return lease.machine.run(prefix + key, read, {
        ...(options.fetch === undefined ? {} : { fetch: options.fetch }),
        ...(options.signal === undefined ? {} : { signal: options.signal }),
        ...(carry === undefined ? {} : { carry: { ...use, name: carry.name, spec: carry.spec }, transfer: true }),
      });
    });
  }

  newCarry(spec: CarrySpec): SessionCarry {
    const name = `${this.#holdings.prefix}carry-${++carries}`;
    const { machine } = this.#holdings.lease;
    const close = async (): Promise<void> => {
      try {
        await machine.closeCarry(name);
      } catch (error) {
        // A machine that is gone carries nothing any more.
        if (!(error instanceof MachineError)) throw error;
      }
    };
    return { name, spec, close };
  }

  close(): Promise<void> {
    forgotten?.unregister(this);
    this.#closed ??= free(this.#holdings);
    return this.#closed;
  }

  async #ask<T>(work: (lease: MachineLease) => Promise<T>): Promise<T> {
    if (this.#closed !== undefined)
      throw new MachineError("closed", "The model is closed.", { hint: "Load it again." });
    try {
      return await work(this.#holdings.lease);
    } catch (error) {
      if (error instanceof MachineError && ["worker-died", "closed"].includes(error.code)) {
        this.#holdings.lease.discard();
      }
      throw error;
    }
  }
}

async function prepare(
  { lease, prefix }: Holdings,
  key: string,
  build: () => Graph,
  weights: WeightsPlace,
): Promise<Prepared> {
  const graph = build();
  return { graph, weights, inputs: await loadGraph(lease.machine, graph, { name: prefix + key, prefix, weights }) };
}

/** Unloads the programs; of one kind of weights, or all. */
async function unloadAll({ lease, programs, prefix }: Holdings, kind?: WeightsPlace): Promise<void> {
  for (const [key, loading] of [...programs]) {
    const weights = await loading.then(
      (prepared) => prepared.weights,
      () => undefined,
    );
    if (weights === undefined || (kind !== undefined && weights !== kind)) continue;
    programs.delete(key);
    await lease.machine.unload(prefix + key);
  }
}

async function free(holdings: Holdings): Promise<void> {
  const { lease, states } = holdings;
  try {
    await unloadAll(holdings);
    await lease.machine.dropState([...states]);
  } catch (error) {
    // A machine that is gone holds nothing any more.
    if (!(error instanceof MachineError)) throw error;
  } finally {
    await lease.release();
  }
}
