/** @file What the environment says of the Hugging Face Hub: its address, its cache, the token, and whether it may be asked. */
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** The Hub's address: HF_ENDPOINT, or that of the public one. */
export function hubEndpoint(): string {
  return (variable("HF_ENDPOINT") ?? "https://huggingface.co").replace(/\/+$/, "");
}

/** The folder of downloads that Python's programs use too: HF_HUB_CACHE, or `hub` below HF_HOME. */
export function hubCacheFolder(): string {
  return variable("HF_HUB_CACHE") ?? variable("HUGGINGFACE_HUB_CACHE") ?? join(hubHome(), "hub");
}

/** The user's token: HF_TOKEN, or the one that `hf auth login` has saved. */
export function hubToken(): string | undefined {
  const given = variable("HF_TOKEN") ?? variable("HUGGING_FACE_HUB_TOKEN");
  if (given !== undefined) return given.trim();
  try {
    const saved = readFileSync(variable("HF_TOKEN_PATH") ?? join(hubHome(), "token"), "utf8").trim();
    return saved === "" || saved.length > 1_000 ? undefined : saved;
  } catch {
    return undefined;
  }
}

/** The variable that forbids the network, or undefined: HF_HUB_OFFLINE or CADERNO_OFFLINE. */
export function offlineVariable(): string | undefined {
  const isOn = (name: string): boolean => /^(1|on|yes|true)$/i.test(variable(name) ?? "");
  return ["HF_HUB_OFFLINE", "CADERNO_OFFLINE"].find(isOn);
}

function hubHome(): string {
  return variable("HF_HOME") ?? join(variable("XDG_CACHE_HOME") ?? join(homedir(), ".cache"), "huggingface");
}

function variable(name: string): string | undefined {
  const value = process.env[name];
  return value === undefined || value === "" ? undefined : value;
}
