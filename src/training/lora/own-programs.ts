/** @file A session over the same weights whose programs do not mix with another model's. */
import type { InferenceSession } from "../../graph/inference/inference-session";

let models = 0;

/** The session of a model that shares another's weights and runs graphs of its own. */
export function ownPrograms(session: InferenceSession): InferenceSession {
  const prefix = `adapted-${++models}/`;
  return {
    engine: session.engine,
    write: (parameters, options) => session.write(parameters, options),
    read: (names) => session.read(names),
    drop: (names) => session.drop(names),
    run: (key, build, feeds, options) => session.run(prefix + key, build, feeds, options),
    close: () => session.close(),
  };
}
