/** @file How a CSV file is written: what the user may say of it, checked. */
import { argumentRangeError, argumentTypeError } from "../../core/errors";
import { type Feature, isFeature } from "../feature";

/** What can be said of a CSV file, all of it optional. */
export interface CsvOptions {
  /**
   * The character between two values. Python: `sep`.
   * @default ","
   */
  delimiter?: string;
  /**
   * The character around values with delimiters or line ends in them; twice in a row it stands for itself. Python: `quotechar`.
   * @default '"'
   */
  quote?: string;
  /**
   * Whether the first row holds the columns' names.
   * @default true
   */
  header?: boolean;
  /** The columns' names, in place of the header's or where there is none. Python: `column_names`. */
  columnNames?: readonly string[];
  /** Types for some or all columns; the others' types are inferred. */
  features?: Readonly<Record<string, Feature>>;
  /**
   * The file's character encoding.
   * @default "utf-8"
   */
  encoding?: "utf-8" | "latin-1";
  /** More texts that mean a missing value. Python: `na_values`. */
  naValues?: readonly string[];
  /**
   * Whether the usual texts mean a missing value: an empty one, `NA`, `N/A`, `NaN`, `None`, `null` and the others of pandas.
   * @default true
   */
  keepDefaultNa?: boolean;
}

/** A CSV file's form, with every default filled in. */
export interface Dialect {
  delimiter: string;
  quote: string;
  header: boolean;
  columnNames: readonly string[] | undefined;
  features: ReadonlyMap<string, Feature>;
  encoding: "utf-8" | "latin-1";
  missing: readonly string[];
}

// The texts that pandas takes for a missing value.
const MISSING: readonly string[] = [
  "",
  "#N/A",
  "#N/A N/A",
  "#NA",
  "-1.#IND",
  "-1.#QNAN",
  "-NaN",
  "-nan",
  "1.#IND",
  "1.#QNAN",
  "<NA>",
  "N/A",
  "NA",
  "NULL",
  "NaN",
  "None",
  "n/a",
  "nan",
  "null",
];

const CALLER = "loadDataset";

/** The options with their defaults; a TypeError or RangeError where one is wrong. */
export function dialectOf(options: CsvOptions): Dialect {
  const delimiter = options.delimiter ?? ",";
  const quote = options.quote ?? '"';
  checkCharacter("delimiter", delimiter);
  checkCharacter("quote", quote);
  if (delimiter === quote) {
    throw argumentRangeError({ function: CALLER, parameter: "quote", rule: "differ from `delimiter`", value: quote });
  }
  const encoding = options.encoding ?? "utf-8";
  if (!["utf-8", "latin-1"].includes(encoding)) {
    const rule = 'be "utf-8" or "latin-1"';
    throw argumentRangeError({ function: CALLER, parameter: "encoding", rule, value: encoding });
  }
  for (const parameter of ["columnNames", "naValues"] as const) {
    const list = options[parameter];
    if (list !== undefined && !(Array.isArray(list) && list.every((item) => typeof item === "string"))) {
      throw argumentTypeError({ function: CALLER, parameter, rule: "be a list of strings", value: list });
    }
  }
  return {
    delimiter,
    quote,
    header: options.header ?? true,
    columnNames: options.columnNames,
    features: featureMap(options.features),
    encoding,
    missing: [...((options.keepDefaultNa ?? true) ? MISSING : []), ...(options.naValues ?? [])],
  };
}

function featureMap(features: unknown): Map<string, Feature> {
  const problem = {
    function: CALLER,
    parameter: "features",
    rule: "be an object with a Value for each column",
    value: features,
    next: 'For example `features: { score: new Value("int64") }`.',
  };
  if (features === undefined) return new Map();
  if (features === null || typeof features !== "object") throw argumentTypeError(problem);
  return new Map(
    Object.entries(features).map(([name, value]) => {
      if (isFeature(value)) return [name, value];
      throw argumentTypeError({ ...problem, parameter: `features.${name}`, rule: "be a Value or another type", value });
    }),
  );
}

function checkCharacter(parameter: string, value: unknown): void {
  const isOneByte = typeof value === "string" && value.length === 1 && value > "\0" && value <= "\x7f";
  if (isOneByte && value !== "\n" && value !== "\r") return;
  const next = 'For tab-separated values, write delimiter: "\\t".';
  throw argumentRangeError({
    function: CALLER,
    parameter,
    rule: "be one ASCII character and no line end",
    value,
    next,
  });
}
