/** @file A token that was added to a vocabulary: found in the text before the model sees it. */

/** A token beside the model's own, and how it is found. Python: `AddedToken`. */
export interface AddedToken {
  /** The token's text. */
  content: string;
  /** Whether it is found only where no letter or digit touches it. @default false */
  singleWord?: boolean;
  /** Whether it takes the spaces before it. @default false */
  lstrip?: boolean;
  /** Whether it takes the spaces after it. @default false */
  rstrip?: boolean;
  /** Whether it is searched for in the normalized text. @default true, for a special token false */
  normalized?: boolean;
  /** Whether decoding may skip it. @default false */
  special?: boolean;
}

/** An added token with every field filled in. */
export type FullAddedToken = Required<AddedToken>;

/** The token with the defaults of Python. */
export function fullAddedToken(token: string | AddedToken, special: boolean = false): FullAddedToken {
  const given: AddedToken = typeof token === "string" ? { content: token } : token;
  const isSpecial = given.special ?? special;
  return {
    content: given.content,
    singleWord: given.singleWord ?? false,
    lstrip: given.lstrip ?? false,
    rstrip: given.rstrip ?? false,
    normalized: given.normalized ?? !isSpecial,
    special: isSpecial,
  };
}
