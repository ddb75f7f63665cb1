import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { accuracyScore } from "../../src/evaluation/accuracy-score";
import { argmax } from "../../src/evaluation/argmax";
import { bootstrapConfidenceInterval } from "../../src/evaluation/bootstrap-confidence-interval";
import { calibrationCurve } from "../../src/evaluation/calibration-curve";
import { classificationReport } from "../../src/evaluation/classification-report";
import { cohenKappaScore } from "../../src/evaluation/cohen-kappa-score";
import { confusionMatrix } from "../../src/evaluation/confusion-matrix";
import { expectedCalibrationError } from "../../src/evaluation/expected-calibration-error";
import { f1Score } from "../../src/evaluation/f1-score";
import { logLoss } from "../../src/evaluation/log-loss";
import { matthewsCorrcoef } from "../../src/evaluation/matthews-corrcoef";
import { meanAbsoluteError } from "../../src/evaluation/mean-absolute-error";
import { meanSquaredError } from "../../src/evaluation/mean-squared-error";
import { precisionRecallFscoreSupport } from "../../src/evaluation/precision-recall-fscore-support";
import { precisionScore } from "../../src/evaluation/precision-score";
import { recallScore } from "../../src/evaluation/recall-score";
import { rocAucScore } from "../../src/evaluation/roc-auc-score";
import { softmax } from "../../src/evaluation/softmax";

type Case = [name: string, yTrue: never, yPred: never, options: Record<string, unknown>, expected: unknown];

const goldens = JSON.parse(readFileSync(join(__dirname, "../fixtures/evaluation/metrics.json"), "utf8")) as {
  cases: Case[];
};

const FUNCTIONS: Readonly<Record<string, (yTrue: never, yPred: never, options: never) => unknown>> = {
  accuracyScore,
  precisionScore,
  recallScore,
  f1Score,
  logLoss,
  rocAucScore,
  cohenKappaScore,
  matthewsCorrcoef,
  meanAbsoluteError,
  meanSquaredError,
  calibrationCurve: (t, p, o) => {
    const { probTrue, probPred } = calibrationCurve(t, p, o);
    return [probTrue, probPred];
  },
  expectedCalibrationError,
  softmax: (t) => softmax(t),
  argmax: (t) => argmax(t),
  confusionMatrix: (t, p, o) => confusionMatrix(t, p, o).tolist(),
  precisionRecallFscoreSupport: (t, p, o) => {
    const { precision, recall, fScore, support } = precisionRecallFscoreSupport(t, p, o);
    return [precision, recall, fScore, support];
  },
  reportText: (t, p, o) => classificationReport(t, p, o).toText(),
  reportDict: (t, p, o) => classificationReport(t, p, o).toDict(),
  bootstrap: (t, p, o) => {
    const interval = bootstrapConfidenceInterval<never, never>(t, p, { ...(o as object), metric: accuracyScore });
    return [interval.low, interval.high, interval.standardError];
  },
};

for (const name of Object.keys(FUNCTIONS)) {
  const cases = goldens.cases.filter(([function_]) => function_ === name);
  test(`${name} gives what scikit-learn gives, ${cases.length} times`, () => {
    assert.ok(cases.length > 0);
    for (const [, yTrue, yPred, options, expected] of cases) {
      const given = Object.fromEntries(Object.entries(options).map(([key, value]) => [key, fromGolden(value)]));
      const ours = FUNCTIONS[name]?.(yTrue, yPred, given as never);
      assertClose(ours, fromGolden(expected), JSON.stringify([name, yTrue, yPred, options]));
    }
  });
}

test("every golden has its function", () => {
  assert.deepEqual(
    goldens.cases.filter(([name]) => !(name in FUNCTIONS)),
    [],
  );
});

function fromGolden(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromGolden);
  return value === "NaN" ? Number.NaN : value;
}

/** Equal but for the last digits, which follow from the order in which numbers are added up. */
function assertClose(ours: unknown, theirs: unknown, where: string): void {
  if (typeof theirs === "number" && typeof ours === "number") {
    const isSame = Object.is(ours, theirs) || Math.abs(ours - theirs) <= 1e-12 * Math.max(1, Math.abs(theirs));
    assert.ok(isSame, `${ours} instead of ${theirs}: ${where}`);
  } else if (Array.isArray(theirs) && Array.isArray(ours)) {
    assert.equal(ours.length, theirs.length, where);
    theirs.forEach((value, index) => {
      assertClose(ours[index], value, where);
    });
  } else if (theirs !== null && typeof theirs === "object" && ours !== null && typeof ours === "object") {
    assert.deepEqual(Object.keys(ours), Object.keys(theirs), where);
    for (const [key, value] of Object.entries(theirs))
      assertClose((ours as Record<string, unknown>)[key], fromGolden(value), where);
  } else assert.equal(ours, theirs, where);
}
