/** @file The requests to the Hub: bounded in time and size, and with the token for the Hub alone. */

/** The Hub's answer when it is no success. */
export class HubRefusal extends Error {
  readonly status: number;
  /** The header X-Error-Code: "RepoNotFound", "RevisionNotFound", "EntryNotFound", "GatedRepo" …, or "". */
  readonly reason: string;

  constructor(status: number, reason: string) {
    super(`The Hub answered with status ${status}${reason === "" ? "" : ` (${reason})`}.`);
    this.name = "HubRefusal";
    this.status = status;
    this.reason = reason;
  }
}

/** What a {@link hubFetch} needs to know. */
export interface HubFetchOptions {
  endpoint: string;
  token: string | undefined;
  fetch: typeof fetch;
  /** The longest wait for an answer to begin, in milliseconds. @default 30_000 */
  patienceMs?: number;
}

const LARGEST_ANSWER = 64_000_000;

/**
 * A `fetch` for the Hub's client library.
 *
 * An answer must begin within half a minute; what the API says may have at most 64 MB; the user's token is taken off any
 * request to another server, which a link in an answer could name; a refusal by the Hub is thrown as a {@link HubRefusal}, since the
 * library's own errors do not tell a missing repository from a missing revision.
 */
export function hubFetch(options: HubFetchOptions): typeof fetch {
  const { origin } = new URL(options.endpoint);
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const headers = new Headers(init?.headers);
    if (url.origin !== origin && headers.get("authorization") === `Bearer ${options.token}`)
      headers.delete("authorization");
    const stop = new AbortController();
    const timer = setTimeout(
      () => stop.abort(new Error("The Hub did not answer in time.")),
      options.patienceMs ?? 30_000,
    );
    try {
      const signal = init?.signal ? AbortSignal.any([init.signal, stop.signal]) : stop.signal;
      const response = await options.fetch(input, { ...init, headers, signal });
      // Other servers' refusals are the library's to answer: it renews what has expired and asks again.
      if (!response.ok && url.origin === origin) {
        await response.body?.cancel();
        throw new HubRefusal(response.status, response.headers.get("X-Error-Code") ?? "");
      }
      return url.origin === origin && url.pathname.startsWith("/api/") ? bounded(response) : response;
    } finally {
      clearTimeout(timer);
    }
  };
}

function bounded(response: Response): Response {
  if (response.body === null) return response;
  let size = 0;
  const limit = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      size += chunk.byteLength;
      if (size > LARGEST_ANSWER) controller.error(new Error("The Hub's answer has more than 64 MB."));
      else controller.enqueue(chunk);
    },
  });
  const { status, statusText, headers } = response;
  return new Response(response.body.pipeThrough(limit), { status, statusText, headers });
}
