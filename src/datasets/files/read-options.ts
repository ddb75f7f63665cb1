/** @file What can be said about files of any format, and which format takes what. */
import { argumentRangeError, argumentTypeError } from "../../core/errors";
import type { CellFormat } from "../cells/read-cells";
import { csvFormat } from "../csv/csv-format";
import { type CsvOptions, type Dialect, dialectOf } from "../csv/options";
import { jsonFormat } from "../json/json-format";
import { type SampleBy, textFormat } from "../text/text-format";
import type { InputFile } from "./input-file";

/** The formats that files can have. */
export type FileFormat = "csv" | "tsv" | "json" | "jsonl" | "text" | "parquet" | "arrow";

/** Every {@link FileFormat}. */
export const FILE_FORMATS: readonly FileFormat[] = ["csv", "tsv", "json", "jsonl", "text", "parquet", "arrow"];

/** How files are read. */
export interface ReadOptions extends CsvOptions {
  /** For JSON: the field of the file's object whose value holds the rows. Python: `field`. */
  field?: string;
  /**
   * For texts: what makes a row. Python: `sample_by`.
   * @default "line"
   */
  sampleBy?: SampleBy;
}

/** The format of cells that these options ask for; undefined for parquet and arrow, which have columns of their own. */
export function cellFormat(format: FileFormat, options: ReadOptions, dialect: Dialect): CellFormat<never> | undefined {
  switch (format) {
    case "csv":
    case "tsv":
      return csvFormat(dialect) as CellFormat<InputFile> as CellFormat<never>;
    case "json":
    case "jsonl":
      return jsonFormat(dialect.encoding) as CellFormat<never>;
    case "text":
      return textFormat(
        [...dialect.features.keys()][0] ?? "text",
        dialect.encoding,
        options.sampleBy ?? "line",
      ) as CellFormat<never>;
    default:
      return undefined;
  }
}

/** The options of {@link ReadOptions}, checked. */
export function checkedDialect(format: FileFormat, options: ReadOptions): Dialect {
  const { field, sampleBy } = options;
  if (field !== undefined && (typeof field !== "string" || !format.startsWith("json"))) {
    throw argumentTypeError({
      function: "loadDataset",
      parameter: "field",
      rule: 'be the name of a field, and goes with the format "json" only',
      value: field,
    });
  }
  if (sampleBy !== undefined && !["line", "paragraph", "document"].includes(sampleBy)) {
    throw argumentRangeError({
      function: "loadDataset",
      parameter: "sampleBy",
      rule: 'be "line", "paragraph" or "document"',
      value: sampleBy,
    });
  }
  return dialectOf(format === "tsv" ? { delimiter: "\t", ...options } : options);
}
