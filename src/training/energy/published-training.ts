/** @file What training from scratch took, as others published it: the figures that a run is set beside. */

/** A training that somebody published. */
export interface PublishedTraining {
  readonly name: string;
  /** Kilowatt-hours, the data centre's share included. */
  readonly energyKWh: number;
  /** Where the figure is from, or how it follows from what was published. */
  readonly source: string;
}

/**
 * Trainings from scratch.
 *
 * - BERT-base: 64 V100 for 79 hours at 12,041.51 W, 1,507 kWh with a PUE of 1.58 (Strubell, Ganesh and McCallum 2019, table 3).
 * - DistilBERT: 8 V100 of 16 GB for about 90 hours (Sanh et al. 2019, section 3). Energy was not published: 720 GPU hours at the
 *   V100's 300 W are 216 kWh, times the same PUE. It is an upper end for the cards, and leaves out the processors beside them.
 */
export const PUBLISHED_TRAININGS: readonly PublishedTraining[] = [
  {
    name: "BERT-base from scratch",
    energyKWh: 1507,
    source: "Strubell et al. 2019, table 3: 64 V100, 79 h",
  },
  {
    name: "DistilBERT from scratch",
    energyKWh: 8 * 90 * 0.3 * 1.58,
    source: "Sanh et al. 2019: 8 V100, 90 h; here at 300 W each and a PUE of 1.58",
  },
];
