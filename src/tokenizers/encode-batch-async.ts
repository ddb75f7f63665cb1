/** @file Encoding texts without holding up everything else: in slices here, or in Rust. */
import { setImmediate } from "node:timers/promises";
import { Progress } from "../core/progress";
import type { BatchEncoding } from "./batch-encoding";
import type { TextPair } from "./check-texts";
import { batchOf, type EncodeCall, engineOptions } from "./encode-batch";
import type { Encoding } from "./encoding";
import type { EngineOptions, TokenizerEngine } from "./engine/engine";
import type { NativeEngine, SequenceInput } from "./native/native-engine";

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
  const options = engineOptions(call);
  const progress = new Progress({ label: "Encoding", total: pairs.length, unit: "texts" });
  try {
    // Rust's binding cannot be told to cut special tokens of a text.
    const encodings =
      native === undefined || options.splitSpecialTokens
        ? await inTurns(engine, pairs, options, progress)
        : await inRust(engine, native, pairs, options, progress);
    return batchOf(encodings, call);
  } finally {
    progress.finish();
  }
}

async function inTurns(
  engine: TokenizerEngine,
  pairs: readonly TextPair[],
  options: EngineOptions,
  progress: Progress,
): Promise<Encoding[]> {
  const encodings: Encoding[] = [];
  let turnStart = performance.now();
  for (const { text, pair } of pairs) {
    encodings.push(engine.encode(text, pair, options));
    progress.advance();
    if (performance.now() - turnStart < TURN) continue;
    await setImmediate();
    turnStart = performance.now();
  }
  return encodings;
}

async function inRust(
  engine: TokenizerEngine,
  native: NativeEngine,
  pairs: readonly TextPair[],
  options: EngineOptions,
  progress: Progress,
): Promise<Encoding[]> {
  const encodings: Encoding[] = [];
  for (let start = 0; start < pairs.length; start += TEXTS_AT_ONCE) {
    const slice = pairs.slice(start, start + TEXTS_AT_ONCE);
    const inputs = slice.flatMap(({ text, pair }): SequenceInput[] => [
      { input: text, sequence: 0 },
      ...(pair === undefined ? [] : [{ input: pair, sequence: 1 } as const]),
    ]);
    const raw = (await native.encodeTexts(inputs)).values();
    const next = (): Encoding | undefined => raw.next().value;
    for (const { text, pair } of slice) {
      const first = next();
      const second = pair === undefined ? undefined : next();
      if (first !== undefined) encodings.push(engine.finish({ text, pair }, first, second, options));
    }
    progress.advance(slice.length);
  }
  return encodings;
}
