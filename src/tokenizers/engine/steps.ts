/** @file The two kinds of steps that a text goes through before the model. */
import type { AlignedText } from "./aligned-text";

/** Rewrites a text and keeps its places. */
export type Normalizer = (text: AlignedText) => AlignedText;

/** Cuts one piece of text into smaller ones, none of them empty. */
export type PreTokenizer = (text: AlignedText) => AlignedText[];
