/** @file Which program makes a tokenizer's tokens, and why. */
import { argumentTypeError } from "../core/errors";
import type { TokenizerEngine } from "./engine/engine";
import { NativeEngine } from "./native/native-engine";

/** How tokens are made: `"native"` in Rust; `true`, `false` and nothing here, since offsets and words come either way. */
export type UseFast = boolean | "native";

/** Who makes the tokens of `encodeAsync`, and why. */
export type TokenizerBackend =
  | { readonly kind: "native"; readonly reason: string; readonly native: NativeEngine }
  | { readonly kind: "pure"; readonly reason: string };

/** The backend of a tokenizer of which nothing was asked. */
const PURE_BACKEND: TokenizerBackend = {
  kind: "pure",
  reason: 'Nothing else was asked for by `useFast: "native"`.',
};

/** Refuses other values. */
export function checkUseFast(useFast: unknown): void {
  if (useFast === undefined || typeof useFast === "boolean" || useFast === "native") return;
  throw argumentTypeError({
    function: "AutoTokenizer.fromPretrained",
    parameter: "useFast",
    rule: 'be "native", true or false',
    value: useFast,
  });
}

/** The backend that was asked for, or the pure one and a warning. */
export async function chooseBackend(engine: TokenizerEngine, useFast: UseFast | undefined): Promise<TokenizerBackend> {
  if (useFast !== "native") return PURE_BACKEND;
  const result = await NativeEngine.open(engine);
  if (result.kind === "unavailable") return instead(result.reason);
  return { kind: "native", reason: '`useFast: "native"` was asked for.', native: result.engine };
}

/** The backend with the tokens that were added since, or the pure one and a warning. */
export async function inStep(backend: TokenizerBackend): Promise<TokenizerBackend> {
  if (backend.kind === "pure") return backend;
  const problem = await backend.native.update();
  return problem === undefined ? backend : instead(problem);
}

const warned = new Set<string>();

function instead(reason: string): TokenizerBackend {
  if (!warned.has(reason)) {
    warned.add(reason);
    const message = `The native tokenizer is not used, the pure one gives the same results: ${reason}`;
    process.emitWarning(message, "CadernoWarning");
  }
  return { kind: "pure", reason };
}
