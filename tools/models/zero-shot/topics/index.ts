/** @file All topics, and which of them the model never meets as labels. */
import type { Topic } from "../topic";
import { BODY } from "./body";
import { CITY } from "./city";
import { CULTURE } from "./culture";
import { HOME } from "./home";
import { MEDIA } from "./media";
import { NATURE } from "./nature";
import { SOCIETY } from "./society";

/** All topics. */
export const TOPICS: readonly Topic[] = [...BODY, ...HOME, ...CULTURE, ...MEDIA, ...SOCIETY, ...NATURE, ...CITY];

/** Topics whose names stand in no hypothesis that the model is trained on. */
export const UNSEEN: ReadonlySet<string> = new Set([
  "music",
  "photography",
  "fashion",
  "games",
  "mathematics",
  "gardening",
  "cooking",
  "fishing",
  "weather",
  "astronomy",
  "aviation",
  "war",
]);
