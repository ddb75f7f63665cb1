/** @file The special tokens of a tokenizer by their roles: where a text begins and ends, what pads it, what is unknown. */
import { argumentTypeError } from "../core/errors";
import { SelfShowing } from "../core/self-showing";

/** The roles, in Python's order, under the names that files give them. */
export const SPECIAL_TOKEN_ROLES = [
  "bos_token",
  "eos_token",
  "unk_token",
  "sep_token",
  "pad_token",
  "cls_token",
  "mask_token",
] as const;

/** One of {@link SPECIAL_TOKEN_ROLES}. */
export type SpecialTokenRole = (typeof SPECIAL_TOKEN_ROLES)[number];

/** The getters and setters of special tokens, which a tokenizer has besides everything else. */
export abstract class SpecialTokens extends SelfShowing {
  readonly #tokens = new Map<SpecialTokenRole, string>();

  /** The token's id, or the unknown token's. */
  protected abstract idOf(token: string): number | undefined;

  /** Special tokens without a role. */
  protected abstract get extraTokens(): readonly string[];

  get bosToken(): string | undefined {
    return this.#tokens.get("bos_token");
  }
  set bosToken(token: string | undefined) {
    this.setSpecialToken("bos_token", token);
  }
  get eosToken(): string | undefined {
    return this.#tokens.get("eos_token");
  }
  set eosToken(token: string | undefined) {
    this.setSpecialToken("eos_token", token);
  }
  get unkToken(): string | undefined {
    return this.#tokens.get("unk_token");
  }
  set unkToken(token: string | undefined) {
    this.setSpecialToken("unk_token", token);
  }
  get sepToken(): string | undefined {
    return this.#tokens.get("sep_token");
  }
  set sepToken(token: string | undefined) {
    this.setSpecialToken("sep_token", token);
  }
  get padToken(): string | undefined {
    return this.#tokens.get("pad_token");
  }
  /** Python: `tokenizer.pad_token = tokenizer.eos_token`. */
  set padToken(token: string | undefined) {
    this.setSpecialToken("pad_token", token);
  }
  get clsToken(): string | undefined {
    return this.#tokens.get("cls_token");
  }
  set clsToken(token: string | undefined) {
    this.setSpecialToken("cls_token", token);
  }
  get maskToken(): string | undefined {
    return this.#tokens.get("mask_token");
  }
  set maskToken(token: string | undefined) {
    this.setSpecialToken("mask_token", token);
  }

  get bosTokenId(): number | undefined {
    return this.#id("bos_token");
  }
  get eosTokenId(): number | undefined {
    return this.#id("eos_token");
  }
  get unkTokenId(): number | undefined {
    return this.#id("unk_token");
  }
  get sepTokenId(): number | undefined {
    return this.#id("sep_token");
  }
  get padTokenId(): number | undefined {
    return this.#id("pad_token");
  }
  get clsTokenId(): number | undefined {
    return this.#id("cls_token");
  }
  get maskTokenId(): number | undefined {
    return this.#id("mask_token");
  }

  /** The tokens that have a role, as special_tokens_map.json names them. */
  get specialTokensMap(): Partial<Record<SpecialTokenRole, string>> {
    return Object.fromEntries(
      SPECIAL_TOKEN_ROLES.flatMap((role) => {
        const token = this.#tokens.get(role);
        return token === undefined ? [] : [[role, token]];
      }),
    );
  }

  /** Every special token once. */
  get allSpecialTokens(): string[] {
    return [...new Set([...Object.values(this.specialTokensMap), ...this.extraTokens])];
  }

  /** The ids of {@link allSpecialTokens}. */
  get allSpecialIds(): number[] {
    return this.allSpecialTokens.flatMap((token) => this.idOf(token) ?? []);
  }

  protected setSpecialToken(role: SpecialTokenRole, token: string | undefined): void {
    if (token === undefined || token === null) this.#tokens.delete(role);
    else if (typeof token === "string") this.#tokens.set(role, token);
    else {
      const parameter = role.replace(/_t/, "T");
      throw argumentTypeError({ function: "tokenizer", parameter, rule: "be a token's text", value: token });
    }
  }

  #id(role: SpecialTokenRole): number | undefined {
    const token = this.#tokens.get(role);
    return token === undefined ? undefined : this.idOf(token);
  }
}
