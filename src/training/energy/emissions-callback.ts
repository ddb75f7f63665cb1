/** @file A training's energy and emissions, as a callback. */
import type { TrainingCallback } from "../loop/training-callback";
import type { EmissionsReport } from "./emissions-report";
import { EnergyMeter } from "./energy-meter";
import { type PowerOptions, powerSettings } from "./power-settings";

/**
 * A callback that estimates what a training takes: from its first update to its end, evaluations and checkpoints included.
 *
 * What the process does besides at the same time is counted too. Python: `transformers.integrations.CodeCarbonCallback`.
 *
 * @example
 * ```ts
 * const emissions = new EmissionsCallback({ grid: "world" });
 * await model.fit(train, { epochs: 2, callbacks: [emissions] });
 * console.log(emissions.report);
 * ```
 */
export class EmissionsCallback implements TrainingCallback {
  readonly #options: PowerOptions;
  #meter: EnergyMeter | undefined;
  #report: EmissionsReport | undefined;

  constructor(options: PowerOptions = {}) {
    powerSettings(options);
    this.#options = options;
  }

  /** The estimate: of the training so far while it runs, of the last one afterwards; undefined before the first. */
  get report(): EmissionsReport | undefined {
    return this.#meter?.read() ?? this.#report;
  }

  /** Starts to measure. */
  onTrainBegin(): void {
    this.#meter = new EnergyMeter(this.#options);
  }

  /** Stops, however the training ended. */
  onClose(): void {
    this.#report = this.#meter?.stop() ?? this.#report;
    this.#meter = undefined;
  }
}
