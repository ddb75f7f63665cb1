/** @file All domains. */
import type { Domain } from "../types";
import { app } from "./app";
import { cafe } from "./cafe";
import { gym } from "./gym";
import { hairdresser } from "./hairdresser";
import { hotel } from "./hotel";
import { onlineShop } from "./online-shop";
import { repairShop } from "./repair-shop";
import { restaurant } from "./restaurant";

/** What reviews are about; each review takes the next one. */
export const DOMAINS: readonly Domain[] = [restaurant, cafe, hotel, repairShop, hairdresser, onlineShop, app, gym];
