/** @file What a learning-rate schedule is: a number for each update. */

/** The learning rate of every update of a training. Python: `torch.optim.lr_scheduler.LambdaLR`. */
export interface LearningRateSchedule {
  /**
   * The learning rate of an update.
   *
   * @param step How many updates were done before it: 0 for the first.
   */
  at(step: number): number;
}
