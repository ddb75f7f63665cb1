/** @file What running a model needs of an engine: weights in and out, and graphs run over them. */
import type { Graph } from "../graph";
import type { CarrySpec, CarryUse } from "../machine/carry";
import type { TensorData } from "../machine/program";
import type { EngineName, Feeds, FloatTensor } from "../training/training-session";

/**
 * Where a graph's program has its weights: `"shared"`, the one copy that all graphs of a model read; `"packed"`, a copy of
 * its own, laid out for the fastest multiplication.
 */
export type WeightsPlace = "shared" | "packed";

/** What a run may be given besides its feeds. */
export interface InferenceRunOptions {
  /** The outputs that are wanted. @default all of the graph's */
  fetch?: readonly string[];
  /** Drops the run if it has not begun. */
  signal?: AbortSignal;
  /** Feeds the inputs that the carry was opened with, and keeps the outputs for the next run. */
  carry?: Omit<CarryUse, "name" | "spec"> & { carry: SessionCarry };
  /** Where this graph's program has its weights. @default as the session was opened */
  weights?: WeightsPlace;
}

/** Tensors that one run leaves to the next, such as a decoder's keys and values. */
export interface SessionCarry {
  readonly name: string;
  readonly spec: CarrySpec;
  /** Frees them. */
  close(): Promise<void>;
}

/**
 * One model's weights on an engine, and the graphs that read them.
 *
 * Calls are made one after another.
 */
export interface InferenceSession {
  readonly engine: EngineName;
  /** Sets weights. `transfer` moves the arrays' memory instead of copying it. */
  write(parameters: ReadonlyMap<string, FloatTensor>, options?: { transfer?: boolean }): Promise<void>;
  /** Copies of weights. */
  read(names: readonly string[]): Promise<Map<string, FloatTensor>>;
  /** Frees weights; those that do not exist are passed over. */
  drop(names: readonly string[]): Promise<void>;
  /**
   * Runs a graph. `build` is called the first time that `key` is run; the program made from it is kept.
   *
   * @param feeds More than the graph reads is allowed.
   */
  run(
    key: string,
    build: () => Graph,
    feeds: Feeds,
    options?: InferenceRunOptions,
  ): Promise<Record<string, TensorData>>;
  /** A carry, which the first run with it opens; undefined where the engine has none. */
  readonly newCarry?: (spec: CarrySpec) => SessionCarry;
  /** Frees everything that the session holds. */
  close(): Promise<void>;
}
