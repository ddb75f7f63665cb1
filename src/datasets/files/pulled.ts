/** @file From a producer that pushes to a loop that pulls: the producer waits until the next item is wanted. */

/** Thrown into a producer whose items nobody wants any more. */
class Stopped extends Error {}

/** The items that `produce` gives to its argument, one at a time. Leaving the loop ends the producer. */
export async function* pulled<Item>(
  produce: (take: (item: Item) => Promise<void>) => Promise<void>,
): AsyncGenerator<Item> {
  let hand: (item: { item: Item } | "end") => void = () => undefined;
  let release: (go: "on" | "stop") => void = () => undefined;
  let arrival = new Promise<{ item: Item } | "end">((resolve) => {
    hand = resolve;
  });
  let failure: { error: unknown } | undefined;
  const finished = produce(async (item) => {
    const wanted = new Promise<"on" | "stop">((resolve) => {
      release = resolve;
    });
    hand({ item });
    if ((await wanted) === "stop") throw new Stopped();
  })
    .catch((error: unknown) => {
      if (!isStopped(error)) failure = { error };
    })
    .finally(() => hand("end"));
  try {
    for (;;) {
      const next = await arrival;
      if (next === "end") break;
      yield next.item;
      arrival = new Promise((resolve) => {
        hand = resolve;
      });
      release("on");
    }
    if (failure !== undefined) throw failure.error;
  } finally {
    release("stop");
    await finished;
  }
}

/** Readers wrap what they do not know into errors of their own. */
function isStopped(error: unknown): boolean {
  return error instanceof Stopped || (error instanceof Error && error.cause instanceof Stopped);
}
