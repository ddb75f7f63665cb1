/** @file Every architecture that is known here. */
import type { Architecture } from "../architecture";
import { GPT2 } from "../decoders/gpt2";
import { LLAMA, MISTRAL, QWEN2 } from "../decoders/llama";
import { BERT } from "../encoders/bert";
import { DISTILBERT } from "../encoders/distilbert";
import { ROBERTA } from "../encoders/roberta";

/** The architectures, encoders first. */
export const ARCHITECTURES: readonly Architecture[] = [DISTILBERT, BERT, ROBERTA, GPT2, LLAMA, MISTRAL, QWEN2];
