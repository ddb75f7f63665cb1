/** @file Which tensors go into which file. */

/** A file to be written: its name and its tensors. */
export interface ShardPlan<Tensor> {
  file: string;
  tensors: Tensor[];
}

/**
 * Fills files in the given order up to `limit` bytes each, with the names that Hugging Face gives them.
 *
 * A tensor larger than the limit has a file of its own. Python: `split_torch_state_dict_into_shards`.
 */
export function planShards<Tensor extends { byteLength: number }>(
  tensors: readonly Tensor[],
  limit: number,
  stem = "model",
): ShardPlan<Tensor>[] {
  const groups: Tensor[][] = [];
  let current: Tensor[] = [];
  let size = 0;
  for (const tensor of tensors) {
    if (tensor.byteLength > limit) {
      groups.push([tensor]);
      continue;
    }
    if (size + tensor.byteLength > limit) {
      groups.push(current);
      current = [];
      size = 0;
    }
    current.push(tensor);
    size += tensor.byteLength;
  }
  if (current.length > 0 || groups.length === 0) groups.push(current);
  if (groups.length === 1) return groups.map((group) => ({ file: `${stem}.safetensors`, tensors: group }));
  const padded = (number: number): string => String(number).padStart(5, "0");
  const name = (index: number): string => `${stem}-${padded(index + 1)}-of-${padded(groups.length)}.safetensors`;
  return groups.map((group, index) => ({ file: name(index), tensors: group }));
}
