/** @file True and predicted classes, brought to one form for every metric of classification. */
import { argumentRangeError, argumentTypeError } from "../core/errors";
import { nearestName } from "../core/suggest";
import { argmaxRows } from "./argmax";
import { checkSameLength, type Label, readValues, type ValueList, type ValueRows } from "./values";

/** One class for each example. */
export interface ClassPair {
  kind: "classes";
  truth: readonly (string | number)[];
  predicted: readonly (string | number)[];
  /** Every class that occurs on either side: numbers by size, names by their characters. */
  classes: readonly (string | number)[];
  /** How the classes are written: as Python writes them. */
  nameOf(label: string | number): string;
}

/** Any number of labels for each example: rows of 0 and 1. */
export interface LabelSetPair {
  kind: "multilabel";
  truth: ValueRows;
  predicted: ValueRows;
}

/** Reads truth and prediction. Rows of scores beside a list of true classes are taken as logits: the largest counts. */
export function readPair(caller: string, yTrue: unknown, yPred: unknown): ClassPair | LabelSetPair {
  const truth = readValues({ function: caller, parameter: "yTrue" }, yTrue);
  const place = { function: caller, parameter: "yPred" };
  const predicted = readValues(place, yPred);
  checkSameLength(place, lengthOf(predicted), lengthOf(truth));
  if (truth.kind === "rows") return labelSets(caller, truth, predicted);
  if (predicted.kind === "list") return classPair(caller, truth, predicted);
  if (truth.type === "string") {
    throw argumentTypeError({
      ...place,
      rule: "be names of classes, as `yTrue` is",
      value: `rows of ${predicted.width}`,
      next: "Write argmax(logits).map((index) => names[index]).",
    });
  }
  return classPair(caller, truth, { kind: "list", values: argmaxRows(predicted), type: "number" });
}

/** Reads truth and prediction where an example has exactly one class. */
export function readClasses(caller: string, yTrue: unknown, yPred: unknown): ClassPair {
  const pair = readPair(caller, yTrue, yPred);
  if (pair.kind === "classes") return pair;
  throw argumentTypeError({
    function: caller,
    parameter: "yTrue",
    rule: "have one class for each example",
    value: `rows of ${pair.truth.width}`,
    next: "This metric is not defined for several labels an example.",
  });
}

/** The labels that a caller listed, in the form in which they are compared. */
export function readLabelList(caller: string, parameter: string, labels: Iterable<Label>): (string | number)[] {
  const read = readValues({ function: caller, parameter }, labels);
  const list = read.kind === "list" ? read.values : [];
  const twice = list.find((label, index) => list.indexOf(label) < index);
  if (read.kind === "rows" || twice !== undefined) {
    throw argumentRangeError({ function: caller, parameter, rule: "name each class once", value: twice ?? labels });
  }
  return [...list];
}

/** A sentence that says which classes there are, and the nearest where a name was mistyped. */
export function classesSentence(pair: Pick<ClassPair, "classes" | "nameOf">, wrong?: unknown): string {
  const names = pair.classes.map((label) => pair.nameOf(label));
  const nearest = typeof wrong === "string" ? nearestName(wrong, names) : undefined;
  const shown = names.length > 20 ? [...names.slice(0, 20), "…"] : names;
  return `The classes are ${shown.join(", ")}.${nearest === undefined ? "" : ` Did you mean \`${nearest}\`?`}`;
}

/** Sorts classes as NumPy does: numbers by size, names by code points. */
export function sortClasses(labels: Iterable<string | number>): (string | number)[] {
  return [...new Set(labels)].sort((left, right) =>
    typeof left === "number" && typeof right === "number" ? left - right : compareNames(String(left), String(right)),
  );
}

function lengthOf(read: ValueList | ValueRows): number {
  return read.kind === "list" ? read.values.length : read.count;
}

function classPair(caller: string, truth: ValueList, predicted: ValueList): ClassPair {
  if ((truth.type === "string") !== (predicted.type === "string")) {
    throw argumentTypeError({
      function: caller,
      parameter: "yPred",
      rule: `be ${truth.type === "string" ? "names" : "numbers"}, as \`yTrue\` is`,
      value: predicted.values,
      next: "`ClassLabel.str2int` and `int2str` turn one into the other.",
    });
  }
  for (const [parameter, list] of [
    ["yTrue", truth],
    ["yPred", predicted],
  ] as const) {
    const wrong = list.values.findIndex((value) => typeof value === "number" && !Number.isSafeInteger(value));
    if (wrong >= 0) {
      throw argumentRangeError({
        function: caller,
        parameter: `${parameter}[${wrong}]`,
        rule: "be a class: a whole number or a name",
        value: list.values[wrong],
        next: "For numbers on a scale use `meanAbsoluteError`; round them to count them as classes.",
      });
    }
  }
  const isBoolean = truth.type === "boolean" && predicted.type === "boolean";
  return {
    kind: "classes",
    truth: truth.values,
    predicted: predicted.values,
    classes: sortClasses([...truth.values, ...predicted.values]),
    nameOf: (label) => (isBoolean ? (label === 1 ? "True" : "False") : String(label)),
  };
}

function labelSets(caller: string, truth: ValueRows, predicted: ValueList | ValueRows): LabelSetPair {
  if (predicted.kind === "list" || predicted.width !== truth.width) {
    throw argumentRangeError({
      function: caller,
      parameter: "yPred",
      rule: `have rows of ${truth.width}, as \`yTrue\` has`,
      value: predicted.kind === "list" ? "one value for each example" : `rows of ${predicted.width}`,
    });
  }
  for (const [parameter, rows] of [
    ["yTrue", truth],
    ["yPred", predicted],
  ] as const) {
    const wrong = rows.data.findIndex((value) => value !== 0 && value !== 1);
    if (wrong >= 0) {
      throw argumentRangeError({
        function: caller,
        parameter: `${parameter}[${Math.floor(wrong / rows.width)}][${wrong % rows.width}]`,
        rule: "be 0 or 1, since `yTrue` has several labels for each example",
        value: rows.data[wrong],
        next: "A label counts as predicted where its logit is above 0 (its sigmoid above 0.5).",
      });
    }
  }
  return { kind: "multilabel", truth, predicted };
}

function compareNames(left: string, right: string): number {
  const [one, other] = [[...left], [...right]];
  for (let index = 0; index < Math.min(one.length, other.length); index++) {
    const difference = (one[index]?.codePointAt(0) ?? 0) - (other[index]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}
