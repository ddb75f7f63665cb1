/** @file All themes, in the order in which the generator takes them. */
import type { Theme } from "../types";
import { accessibility } from "./accessibility";
import { bettingApps } from "./betting-apps";
import { dataPrivacy } from "./data-privacy";
import { digitalExclusion } from "./digital-exclusion";
import { elderly } from "./elderly";
import { fakeNews } from "./fake-news";
import { financialEducation } from "./financial-education";
import { foodWaste } from "./food-waste";
import { gigWork } from "./gig-work";
import { heritage } from "./heritage";
import { homelessness } from "./homelessness";
import { indigenousLanguages } from "./indigenous-languages";
import { mobility } from "./mobility";
import { organDonation } from "./organ-donation";
import { plastics } from "./plastics";
import { reading } from "./reading";
import { sanitation } from "./sanitation";
import { schoolDropout } from "./school-dropout";
import { screensChildhood } from "./screens-childhood";
import { sedentaryLife } from "./sedentary-life";
import { urbanViolence } from "./urban-violence";
import { vaccination } from "./vaccination";
import { volunteering } from "./volunteering";
import { water } from "./water";
import { youthMentalHealth } from "./youth-mental-health";

/** All themes. */
export const THEMES: readonly Theme[] = [
  accessibility,
  bettingApps,
  dataPrivacy,
  digitalExclusion,
  elderly,
  fakeNews,
  financialEducation,
  foodWaste,
  gigWork,
  heritage,
  homelessness,
  indigenousLanguages,
  mobility,
  organDonation,
  plastics,
  reading,
  sanitation,
  schoolDropout,
  screensChildhood,
  sedentaryLife,
  urbanViolence,
  vaccination,
  volunteering,
  water,
  youthMentalHealth,
];
