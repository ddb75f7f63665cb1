/** @file What the main thread and the thread that hears SIGINT agree on. */

/** Counts the interrupts that the main thread has dealt with. */
export const ANSWERED = 0;
/** Not zero while the type checker runs, which must not be broken off. */
export const COMPILING = 1;
/** How many numbers the two threads share. */
export const SIGNALS = 2;
/** The symbol of a function on `globalThis` that marks the running cell, so that its next continuation is stopped. */
export const MARK_HOOK = "caderno.kernel.mark";
/** The symbol of a function on `globalThis` that prepares the main thread for being stopped in the middle. */
export const CLEAR_HOOK = "caderno.kernel.clear";
