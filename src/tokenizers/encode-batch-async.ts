/** @file Encoding texts without holding up everything else: in slices here, or in Rust. */
import { setImmediate } from "node:timers/promises";
import { Progress } from "../core/progress";
import type { BatchEncoding } from "./batch-encoding";
import type { TextPair } from "./check-texts";
import { batchOf, type EncodeCall, engineOptions } from "./encode-batch";
import type { Encoding } from "./encoding";
import type { TokenizerEngine } from "./engine/engine";
import type { NativeEngine, SequenceInput, TextTokens } from "./native/native-engine";

/** How long texts are encoded before others get their turn, in milliseconds. */
const TURN = 20;

/** How many texts go to Rust at once: enough for every core, few enough for progress to be seen. */
const TEXTS_AT_ONCE = 256;

/** What `encodeBatch` returns; a line shows how far it has come where that takes over a second. */
export async function encodeBatchAsync(
  engine: TokenizerEngine,
  native: NativeEngine | undefined,
  pairs: readonly TextPair[],
  call: EncodeCall,
): Promise<BatchEncoding> {
  const progress = new Progress({ label: "Encoding", total: pairs.length, unit: "texts" });
  try {
    // Rust's binding cannot be told to cut special tokens of a text.
    if (native === undefined || call.splitSpecialTokens) return await inTurns(engine, pairs, call, progress);
    return await inRust(engine, native, pairs, call, progress);
  } finally {
    progress.finish();
  }
}

async function inTurns(
  engine: TokenizerEngine,
  pairs: readonly TextPair[],
  call: EncodeCall,
  progress: Progress,
): Promise<BatchEncoding> {
  const options = engineOptions(call);
  const encodings: Encoding[] = [];
  let turnStart = performance.now();
  for (const { text, pair } of pairs) {
    encodings.push(engine.encode(text, pair, options));
    progress.advance();
    if (performance.now() - turnStart < TURN) continue;
    await setImmediate();
    turnStart = performance.now();
  }
  return batchOf(encodings, call);
}

interface NativePair {
  inputs: TextPair;
  first: TextTokens;
  second: TextTokens | undefined;
}

async function inRust(
  engine: TokenizerEngine,
  native: NativeEngine,
  pairs: readonly TextPair[],
  call: EncodeCall,
  progress: Progress,
): Promise<BatchEncoding> {
  const options = engineOptions(call);
  const finished = (columns: "bare" | "full", { inputs, first, second }: NativePair): Encoding =>
    engine.finish(inputs, first[columns](), second?.[columns](), options);
  const columns = call.options.returnOffsetsMapping === true ? "full" : "bare";
  const made: NativePair[] = [];
  const encodings: Encoding[] = [];
  let coming = nativePairs(native, pairs.slice(0, TEXTS_AT_ONCE));
  for (let start = 0; start < pairs.length; start += TEXTS_AT_ONCE) {
    const slice = await coming;
    // Rust goes on with the next texts while the ids of these are copied.
    coming = nativePairs(native, pairs.slice(start + TEXTS_AT_ONCE, start + 2 * TEXTS_AT_ONCE));
    for (const pair of slice) {
      made.push(pair);
      encodings.push(finished(columns, pair));
    }
    progress.advance(slice.length);
  }
  return batchOf(encodings, call, () => made.map((pair) => finished("full", pair)));
}

async function nativePairs(native: NativeEngine, pairs: readonly TextPair[]): Promise<NativePair[]> {
  const inputs = pairs.flatMap(({ text, pair }): SequenceInput[] => [
    { input: text, sequence: 0 },
    ...(pair === undefined ? [] : [{ input: pair, sequence: 1 } as const]),
  ]);
  const tokens = (await native.encodeTexts(inputs)).values();
  const next = (): TextTokens | undefined => tokens.next().value;
  return pairs.flatMap((pair) => {
    const first = next();
    const second = pair.pair === undefined ? undefined : next();
    return first === undefined ? [] : [{ inputs: pair, first, second }];
  });
}
