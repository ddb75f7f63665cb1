import assert from "node:assert/strict";
import { test } from "node:test";
import { readCellTimes } from "../../bench/cell-times";
import { median, middleMean } from "../../bench/statistics";

const cell = (busy: string, idle: string): object => ({
  cell_type: "code",
  metadata: { execution: { "iopub.status.busy": busy, "iopub.status.idle": idle } },
});

test("overhead is what lies between a cell's end and the next one's begin, to the microsecond", () => {
  const cells = [
    cell("2026-11-21T10:00:00.000000Z", "2026-11-21T10:00:00.010250Z"),
    { cell_type: "markdown" },
    cell("2026-11-21T10:00:00.012Z", "2026-11-21T10:00:00.020500Z"),
    cell("2026-11-21T10:00:00.023500+00:00", "2026-11-21T10:00:00.024Z"),
  ];
  const times = readCellTimes({ cells } as Parameters<typeof readCellTimes>[0]);
  assert.equal(times.firstBusy, Date.UTC(2026, 10, 21, 10));
  assert.deepEqual(
    times.overheads.map((value) => value.toFixed(3)),
    ["1.750", "3.000"],
  );
  assert.deepEqual(
    times.periods.map((value) => value.toFixed(3)),
    ["12.000", "11.500"],
  );
});

test("a cell without times is an error that says which", () => {
  assert.throws(
    () => readCellTimes({ cells: [{ cell_type: "code", metadata: {} }] }),
    /Code cell 1 has no time for busy/,
  );
});

test("the median and the mean of the middle ignore a pause", () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([4, 1, 2, 3]), 2.5);
  assert.equal(middleMean([1, 1, 1, 1, 1, 2, 2, 2, 2, 5000]), (1 * 4 + 2 * 4) / 8);
  assert.ok(Number.isNaN(median([])));
});
