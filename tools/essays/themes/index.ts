/** @file All themes, in the order in which the generator takes them. */
import type { Theme } from "../types";
import { dataPrivacy } from "./data-privacy";
import { digitalExclusion } from "./digital-exclusion";
import { elderly } from "./elderly";
import { foodWaste } from "./food-waste";
import { indigenousLanguages } from "./indigenous-languages";
import { mobility } from "./mobility";
import { reading } from "./reading";
import { schoolDropout } from "./school-dropout";
import { urbanViolence } from "./urban-violence";
import { vaccination } from "./vaccination";
import { water } from "./water";
import { youthMentalHealth } from "./youth-mental-health";

/** All themes. */
export const THEMES: readonly Theme[] = [
  dataPrivacy,
  digitalExclusion,
  elderly,
  foodWaste,
  indigenousLanguages,
  mobility,
  reading,
  schoolDropout,
  urbanViolence,
  vaccination,
  water,
  youthMentalHealth,
];
