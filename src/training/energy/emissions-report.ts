/** @file What a run's energy and emissions are estimated to be, with the method and its error. */
import { escapeHtml } from "../../core/html";
import { SelfShowing } from "../../core/self-showing";
import { textTable } from "../../core/text-table";
import type { PowerSettings } from "./power-settings";
import { PUBLISHED_TRAININGS } from "./published-training";

/** What was measured of a run. */
export interface MeasuredRun {
  /** Seconds of processor time, all threads and workers of the process together. */
  readonly cpuSeconds: number;
  /** Seconds on the clock. */
  readonly seconds: number;
  /** Bytes of memory that the process held, on average. */
  readonly memoryBytes: number;
}

/** An estimate and the ends of what is believed. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const METHOD =
  "Estimated, not measured at the plug: processor time × watts of a busy core, plus memory × time, times the PUE. Screen, disk, GPU and the making of the machine are left out.";

/**
 * A run's energy and emissions. Printed with its range and beside published trainings.
 *
 * energy = (processor hours × watts a core + gigabytes × hours × watts a gigabyte) × PUE; emissions = energy × the grid's
 * intensity. The range is that of the core's power, the largest of the unknowns.
 */
export class EmissionsReport extends SelfShowing {
  readonly run: MeasuredRun;
  readonly settings: PowerSettings;
  /** Kilowatt-hours. */
  readonly energyKWh: Estimate;
  /** Grams of CO2 equivalents. */
  readonly emissionsGrams: Estimate;

  constructor(run: MeasuredRun, settings: PowerSettings) {
    super();
    this.run = run;
    this.settings = settings;
    const energy = (watts: number): number => energyOf(run, settings, watts);
    const [low, high] = settings.wattsPerCoreRange;
    this.energyKWh = { value: energy(settings.wattsPerCore), low: energy(low), high: energy(high) };
    const grams = (kilowattHours: number): number => kilowattHours * settings.gridIntensity;
    this.emissionsGrams = {
      value: grams(this.energyKWh.value),
      low: grams(this.energyKWh.low),
      high: grams(this.energyKWh.high),
    };
  }

  /** This run beside published trainings: their energy, on this run's grid, and how many such runs that is. */
  comparison(): { name: string; energyKWh: number; emissionsGrams: number; times: number; source: string }[] {
    return PUBLISHED_TRAININGS.map(({ name, energyKWh, source }) => ({
      name,
      energyKWh,
      emissionsGrams: energyKWh * this.settings.gridIntensity,
      times: this.energyKWh.value === 0 ? Number.POSITIVE_INFINITY : energyKWh / this.energyKWh.value,
      source,
    }));
  }

  override toText(): string {
    const table = textTable(HEADER, this.#rows(), { align: ["left", "right", "right", "right"] });
    return `${this.#lines().join("\n")}\n\n${table}\n\n${METHOD}\n${this.#sources()}`;
  }

  override toBundle(): { "text/plain": string; "text/html": string } {
    const cell = (text: string, place: number): string => `<td${place === 0 ? "" : RIGHT}>${escapeHtml(text)}</td>`;
    const head = HEADER.map((text, place) => `<th${place === 0 ? "" : RIGHT}>${escapeHtml(text)}</th>`).join("");
    const rows = this.#rows().map((row) => `<tr>${row.map(cell).join("")}</tr>`);
    const lines = this.#lines().map(escapeHtml).join("<br>");
    const notes = `${escapeHtml(METHOD)} ${escapeHtml(this.#sources())}`;
    const html = `<div><p>${lines}</p><table><thead><tr>${head}</tr></thead><tbody>${rows.join("")}</tbody></table><p><small>${notes}</small></p></div>`;
    return { "text/plain": this.toText(), "text/html": html };
  }

  #lines(): string[] {
    const { run, settings, energyKWh, emissionsGrams } = this;
    const { wattsPerCore, wattsPerCoreRange, pue, gridIntensity, gridName } = settings;
    return [
      `energy     ${energyText(energyKWh.value)} (${energyText(energyKWh.low)} to ${energyText(energyKWh.high)})`,
      `emissions  ${massText(emissionsGrams.value)} CO2e (${massText(emissionsGrams.low)} to ${massText(emissionsGrams.high)})`,
      `measured   ${durationText(run.cpuSeconds)} of processor time in ${durationText(run.seconds)}, ${(run.memoryBytes / 1e9).toFixed(1)} GB`,
      `with       ${number(wattsPerCore)} W a core (${wattsPerCoreRange.map(number).join(" to ")}), PUE ${number(pue)}, ${number(gridIntensity)} g/kWh (${gridName})`,
    ];
  }

  #rows(): string[][] {
    const own = ["this run", energyText(this.energyKWh.value), massText(this.emissionsGrams.value), "1"];
    const others = this.comparison().map(({ name, energyKWh, emissionsGrams, times }) => [
      name,
      energyText(energyKWh),
      massText(emissionsGrams),
      Number.isFinite(times) ? number(times) : "–",
    ]);
    return [own, ...others];
  }

  #sources(): string {
    const trainings = PUBLISHED_TRAININGS.map(({ name, source }) => `${name}: ${source}`).join(". ");
    return `Watts: Green Algorithms (Lannelongue et al. 2021). Grids: Ember 2024. ${trainings}.`;
  }
}

const HEADER = ["", "energy", "CO2e on this grid", "times this run"] as const;
const RIGHT = ' style="text-align:right"';

function energyOf(run: MeasuredRun, settings: PowerSettings, wattsPerCore: number): number {
  const cores = (run.cpuSeconds / 3600) * wattsPerCore;
  const memory = (run.memoryBytes / 1e9) * settings.wattsPerGigabyte * (run.seconds / 3600);
  return ((cores + memory) * settings.pue) / 1000;
}

function energyText(kilowattHours: number): string {
  if (kilowattHours >= 1) return `${number(kilowattHours)} kWh`;
  return kilowattHours >= 0.001 ? `${number(kilowattHours * 1000)} Wh` : `${number(kilowattHours * 1e6)} mWh`;
}

function massText(grams: number): string {
  if (grams >= 1000) return `${number(grams / 1000)} kg`;
  return grams >= 1 ? `${number(grams)} g` : `${number(grams * 1000)} mg`;
}

function durationText(seconds: number): string {
  if (seconds < 120) return `${number(seconds)} s`;
  return seconds < 7200 ? `${number(seconds / 60)} min` : `${number(seconds / 3600)} h`;
}

/** Three figures: more would claim what nobody knows. */
function number(value: number): string {
  if (value >= 1000) return String(Math.round(Number(value.toPrecision(3)))).replace(/\B(?=(\d{3})+$)/g, ",");
  return String(Number(value.toPrecision(3)));
}
