/** @file The reviews as CSV: a text and its class, which is the number of stars less one. */
import { readTextCsv, type TextRow, textCsv } from "../text/csv";
import type { Review } from "./review";

/** A row of the data set. */
export interface ReviewRow {
  text: string;
  /** 0 to 4 for 1 to 5 stars. */
  label: number;
}

/** The names of the classes, by label. */
export const CLASS_NAMES: readonly string[] = ["1 star", "2 stars", "3 stars", "4 stars", "5 stars"];

/** The rows of reviews. */
export function reviewRows(reviews: readonly Review[]): TextRow[] {
  return reviews.map(({ text, plan }) => [text, plan.stars - 1]);
}

/** The whole file: header, rows, final newline. */
export function toCsv(reviews: readonly Review[]): string {
  return textCsv(["text", "label"], reviewRows(reviews));
}

/** Reads such a file back. */
export function fromCsv(csv: string): ReviewRow[] {
  return readTextCsv(csv).map(([text, label]) => ({ text, label }));
}
