/** @file Measures what a stretch of work takes of the processor, and estimates its energy and emissions. */
import { EmissionsReport } from "./emissions-report";
import { type PowerOptions, type PowerSettings, powerSettings } from "./power-settings";

/** What a meter reads; for tests. */
export interface MeterSources {
  /** Microseconds of processor time so far, of all threads. @default process.cpuUsage */
  cpuUsage?: () => { user: number; system: number };
  /** Milliseconds on the clock. @default performance.now */
  now?: () => number;
  /** Bytes of memory in use. @default process.memoryUsage.rss */
  memory?: () => number;
}

/**
 * Estimates the energy and the emissions of what happens between its making and {@link EnergyMeter.stop}.
 *
 * The operating system counts the processor time of the whole process: worker threads and onnxruntime's own threads are in it;
 * other programs and child processes are not, and neither is a GPU. Python: `codecarbon.EmissionsTracker`.
 *
 * @example
 * ```ts
 * const meter = new EnergyMeter({ grid: "brazil" });
 * await model.fit(train, { epochs: 2 });
 * console.log(meter.stop()); // kWh, grams of CO2e, their range, and both beside training from scratch
 * ```
 */
export class EnergyMeter {
  readonly #settings: PowerSettings;
  readonly #sources: Required<MeterSources>;
  readonly #cpu: number;
  readonly #time: number;
  readonly #memory: number;
  #report: EmissionsReport | undefined;

  constructor(options: PowerOptions = {}, sources: MeterSources = {}) {
    this.#settings = powerSettings(options);
    this.#sources = {
      cpuUsage: sources.cpuUsage ?? (() => process.cpuUsage()),
      now: sources.now ?? (() => performance.now()),
      memory: sources.memory ?? (() => process.memoryUsage.rss()),
    };
    this.#cpu = this.#cpuSeconds();
    this.#time = this.#sources.now();
    this.#memory = this.#sources.memory();
  }

  /** The estimate so far; the meter runs on. */
  read(): EmissionsReport {
    if (this.#report !== undefined) return this.#report;
    const run = {
      cpuSeconds: Math.max(0, this.#cpuSeconds() - this.#cpu),
      seconds: Math.max(0, (this.#sources.now() - this.#time) / 1000),
      memoryBytes: (this.#memory + this.#sources.memory()) / 2,
    };
    return new EmissionsReport(run, this.#settings);
  }

  /** The estimate, which no longer changes. */
  stop(): EmissionsReport {
    this.#report ??= this.read();
    return this.#report;
  }

  #cpuSeconds(): number {
    const { user, system } = this.#sources.cpuUsage();
    return (user + system) / 1e6;
  }
}

/**
 * Runs `work` and estimates its energy and emissions.
 *
 * @example
 * ```ts
 * const { result, emissions } = await estimateEmissions(() => model.fit(train, { epochs: 2 }));
 * ```
 */
export async function estimateEmissions<Result>(
  work: () => Result | PromiseLike<Result>,
  options: PowerOptions = {},
): Promise<{ result: Result; emissions: EmissionsReport }> {
  const meter = new EnergyMeter(options);
  const result = await work();
  return { result, emissions: meter.stop() };
}
