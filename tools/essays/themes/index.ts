/** @file All themes, in the order in which the generator takes them. */
import type { Theme } from "../types";
import { digitalExclusion } from "./digital-exclusion";
import { foodWaste } from "./food-waste";
import { mobility } from "./mobility";
import { reading } from "./reading";
import { water } from "./water";
import { youthMentalHealth } from "./youth-mental-health";

/** All themes. */
export const THEMES: readonly Theme[] = [mobility, digitalExclusion, foodWaste, youthMentalHealth, reading, water];
