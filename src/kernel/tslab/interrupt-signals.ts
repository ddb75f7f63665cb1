/** @file What the main thread and the thread that hears SIGINT agree on. */

/** Counts the interrupts that the main thread has dealt with. */
export const ANSWERED = 0;
/** Not zero while the type checker runs, which must not be broken off. */
export const COMPILING = 1;
/** How many numbers the two threads share. */
export const SIGNALS = 2;
/** The symbol on `globalThis` under which the main thread offers a function that prepares it for being stopped. */
export const STOP_HOOK = "caderno.kernel.stop";
