/** @file What the names of an encoder's weights say: older spellings, buffers, decay, depth. */

/** Today's spelling of a name: checkpoints of TensorFlow's days call a normalization's weights gamma and beta. */
export function modernName(name: string): string {
  return name
    .replace(/(LayerNorm|layer_norm)\.gamma$/, "$1.weight")
    .replace(/(LayerNorm|layer_norm)\.beta$/, "$1.bias");
}

/** Whether an entry of a checkpoint is a table of numbers that every model computes for itself. */
export function isEncoderBuffer(name: string): boolean {
  return /(^|\.)embeddings\.(position_ids|token_type_ids)$/.test(name);
}

/** Whether AdamW decays a parameter: all but biases and normalizations. */
export function isDecayedWeight(name: string): boolean {
  return !/(^|[._])bias$|layer_?norm/i.test(name);
}

/** 0 for embeddings, N + 1 for the layer N, undefined for what stands above the layers. */
export function encoderDepth(name: string): number | undefined {
  const layer = /(^|\.)layer\.(\d+)\./.exec(name);
  if (layer !== null) return Number(layer[2]) + 1;
  return /(^|\.)embeddings\./.test(name) ? 0 : undefined;
}

/** A checkpoint's name in the model, with tied weights under the name of what they are tied to. */
export function renamed(name: string, aliases: Readonly<Record<string, string>>): string {
  const modern = modernName(name);
  return Object.entries(aliases).find(([, theirs]) => theirs === modern)?.[0] ?? modern;
}
