/** @file The angles of rotary position embeddings, with the ways of stretching them over longer texts. */

/** How positions become angles: `rope_parameters` of config.json with every default filled in. */
export type RotaryParameters = { readonly rope_theta: number } & (
  | { readonly rope_type: "default" }
  | { readonly rope_type: "linear"; readonly factor: number }
  | { readonly rope_type: "dynamic"; readonly factor: number; readonly original_max_position_embeddings: number }
  | {
      readonly rope_type: "llama3";
      readonly factor: number;
      readonly low_freq_factor: number;
      readonly high_freq_factor: number;
      readonly original_max_position_embeddings: number;
    }
  | {
      readonly rope_type: "yarn";
      readonly factor: number;
      readonly original_max_position_embeddings: number;
      readonly beta_fast: number;
      readonly beta_slow: number;
      readonly truncate: boolean;
      /** What sines and cosines are multiplied with. */
      readonly attention_factor: number;
    }
);

const { fround } = Math;

/**
 * How far each pair of a head's dimensions turns from one position to the next, in radians: `headSize / 2` numbers.
 *
 * Every step is rounded to float32 where PyTorch rounds it: a text of thousands of positions multiplies the difference.
 * Python: `transformers.modeling_rope_utils.ROPE_INIT_FUNCTIONS[rope_type](config)`.
 */
export function rotaryFrequencies(settings: RotaryParameters, headSize: number): Float32Array {
  const powers = Float32Array.from(
    { length: headSize / 2 },
    (_, index) => settings.rope_theta ** fround((2 * index) / headSize),
  );
  const plain = powers.map((power) => 1 / power);
  if (settings.rope_type === "linear") return plain.map((frequency) => frequency / settings.factor);
  if (settings.rope_type === "llama3") return plain.map((frequency) => llama3(frequency, settings));
  if (settings.rope_type === "yarn") return yarn(powers, headSize, settings);
  return plain;
}

/** Llama 3.1: slow turns are slowed down by the factor, fast ones are kept, those between are mixed. */
function llama3(frequency: number, settings: RotaryParameters & { rope_type: "llama3" }): number {
  const { factor, low_freq_factor: low, high_freq_factor: high, original_max_position_embeddings: trained } = settings;
  const wavelength = fround(fround(2 * Math.PI) / frequency);
  if (wavelength < trained / high) return frequency;
  const slow = fround(frequency / factor);
  if (wavelength > trained / low) return slow;
  const share = fround(fround(fround(trained / wavelength) - low) / (high - low));
  return fround(fround(fround(fround(1 - share) * frequency) / factor) + fround(share * frequency));
}

/** YaRN (Peng et al. 2023): the same by the number of turns over the trained length, along a ramp of dimensions. */
function yarn(
  powers: Float32Array,
  headSize: number,
  settings: RotaryParameters & { rope_type: "yarn" },
): Float32Array {
  const { factor, rope_theta: theta, original_max_position_embeddings: trained, truncate } = settings;
  const dimensionOf = (turns: number): number =>
    (headSize * Math.log(trained / (turns * 2 * Math.PI))) / (2 * Math.log(theta));
  const first = dimensionOf(settings.beta_fast);
  const last = dimensionOf(settings.beta_slow);
  const low = Math.max(truncate ? Math.floor(first) : first, 0);
  const high = Math.min(truncate ? Math.ceil(last) : last, headSize - 1);
  const width = high === low ? 0.001 : high - low;
  return powers.map((power, index) => {
    const ramp = fround(Math.min(1, Math.max(0, fround(fround(index - low) / width))));
    const kept = fround(1 - ramp);
    const stretched = fround(fround(1 / fround(factor * power)) * fround(1 - kept));
    return fround(stretched + fround(fround(1 / power) * kept));
  });
}
