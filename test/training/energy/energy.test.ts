/** @file Energy and emissions: the arithmetic of the stated method, its range, and that the processor's time is really measured. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { Worker } from "node:worker_threads";
import { EmissionsReport } from "../../../src/training/energy/emissions-report";
import { EnergyMeter, estimateEmissions } from "../../../src/training/energy/energy-meter";
import { powerSettings } from "../../../src/training/energy/power-settings";

/** Two cores busy for an hour on a machine with 4 GB in use. */
const RUN = { cpuSeconds: 7200, seconds: 3600, memoryBytes: 4e9 };

test("energy is processor time and memory by their watts, times the PUE; emissions follow the grid", () => {
  const report = new EmissionsReport(
    RUN,
    powerSettings({ wattsPerCore: 10, wattsPerGigabyte: 0.5, pue: 1.5, grid: 200 }),
  );
  // 2 h × 10 W + 4 GB × 1 h × 0.5 W = 22 Wh; × 1.5 = 33 Wh; × 200 g/kWh = 6.6 g.
  assert.ok(Math.abs(report.energyKWh.value - 0.033) < 1e-12);
  assert.ok(Math.abs(report.emissionsGrams.value - 6.6) < 1e-9);
  // A given power is believed within a third.
  assert.ok(Math.abs(report.energyKWh.low - ((2 * 10 * 2) / 3 + 2) * 1.5e-3) < 1e-12);
  assert.ok(Math.abs(report.energyKWh.high - ((2 * 10 * 4) / 3 + 2) * 1.5e-3) < 1e-12);
});

test("what is printed: figures with their range, the method, and trainings from scratch beside it", () => {
  const text = inspect(new EmissionsReport(RUN, powerSettings({ grid: "world" })));
  assert.equal(
    text.split("\n").slice(0, 9).join("\n"),
    [
      "energy     25.5 Wh (9.09 Wh to 49.1 Wh)",
      "emissions  12.3 g CO2e (4.37 g to 23.6 g)",
      "measured   2 h of processor time in 60 min, 4.0 GB",
      "with       12 W a core (3.8 to 23.8), PUE 1, 481 g/kWh (world 2023)",
      "",
      "                            energy  CO2e on this grid  times this run",
      "───────────────────────  ─────────  ─────────────────  ──────────────",
      "this run                   25.5 Wh             12.3 g               1",
      "BERT-base from scratch   1,510 kWh             725 kg          59,100",
    ].join("\n"),
  );
  assert.match(text, /not measured at the plug.*\n.*Lannelongue.*Ember.*Strubell.*Sanh/);
  const [bert, distilbert] = new EmissionsReport(RUN, powerSettings()).comparison();
  assert.equal(bert?.energyKWh, 1507);
  assert.ok(Math.abs((distilbert?.energyKWh ?? 0) - 341.28) < 1e-9);
  assert.match(new EmissionsReport(RUN, powerSettings()).toBundle()["text/html"], /<th[^>]*>times this run<\/th>/);
});

test("the time of other threads is in it", async () => {
  const meter = new EnergyMeter();
  const worker = new Worker(
    "let x = 0; const until = Date.now() + 400; while (Date.now() < until) x += Math.sqrt(x + 1);",
    { eval: true },
  );
  await new Promise((resolve) => worker.once("exit", resolve));
  const { run, energyKWh } = meter.stop();
  // How much of the 0.4 s the system gave the thread is its own affair.
  assert.ok(run.cpuSeconds > 0.04, `${run.cpuSeconds} s`);
  assert.ok(run.seconds >= 0.4 && run.memoryBytes > 1e7 && energyKWh.value > 0);
  assert.equal(meter.read(), meter.stop(), "a stopped meter stands still");
});

test("a meter reads its sources at both ends", async () => {
  let time = 0;
  const sources = {
    cpuUsage: () => ({ user: time * 2e6, system: time * 1e6 }),
    now: () => time * 1000,
    memory: () => 1e9 * time,
  };
  const meter = new EnergyMeter({ grid: 1000 }, sources);
  time = 2;
  assert.deepEqual(meter.stop().run, { cpuSeconds: 6, seconds: 2, memoryBytes: 1e9 });
  const { result, emissions } = await estimateEmissions(async () => 42, { grid: "world" });
  assert.equal(result, 42);
  assert.equal(emissions.settings.gridIntensity, 481);
});

test("settings that nothing has", () => {
  assert.throws(() => new EnergyMeter({ grid: "brasil" as never }), /Did you mean `brazil`/);
  assert.throws(() => new EnergyMeter({ grid: -1 }), RangeError);
  assert.throws(() => new EnergyMeter({ pue: 0.9 }), /from 1 to 10/);
  assert.throws(() => new EnergyMeter({ wattsPerCore: 0 }), RangeError);
});
