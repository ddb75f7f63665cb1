/** @file One request: redirects followed within bounds, silence ended, credentials sent to their own server only. */
import { messageOf } from "../../core/errors";
import { DownloadError, shownUrl } from "./download-error";

/** An answer whose body has not been read. */
export interface Answer {
  response: Response;
  /** To be called whenever something has come: the server's silence is counted from there. */
  heard(): void;
  /** Ends the request. To be called in any case. */
  close(): void;
}

const MOST_REDIRECTS = 10;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Asks for a URL. No answer is a DownloadError with the code `no-answer`, or `silence`. */
export async function request(url: URL, headers: Readonly<Record<string, string>>, timeout: number): Promise<Answer> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const heard = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => controller.abort(new Silence()), timeout);
  };
  const close = (): void => {
    clearTimeout(timer);
    controller.abort();
  };
  let target = url;
  try {
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      heard();
      const response = await send(target, url, headers, controller.signal, timeout);
      const location = REDIRECTS.has(response.status) ? response.headers.get("location") : null;
      if (location === null) return { response, heard, close };
      await response.body?.cancel().catch(() => undefined);
      target = redirected(target, location, url);
    }
  } catch (error) {
    close();
    throw error;
  }
  close();
  throw new DownloadError("redirect-loop", `\`${shownUrl(url)}\` leads on and on, more than ${MOST_REDIRECTS} times.`, {
    url: shownUrl(url),
    hint: "Open it in a browser, and take the address where it ends.",
  });
}

async function send(
  target: URL,
  first: URL,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
  timeout: number,
): Promise<Response> {
  const bare = new URL(target);
  bare.username = "";
  bare.password = "";
  bare.hash = "";
  const own = target.origin === first.origin && first.username !== "";
  const login = `${decodeURIComponent(first.username)}:${decodeURIComponent(first.password)}`;
  const authorization = own ? { authorization: `Basic ${Buffer.from(login).toString("base64")}` } : {};
  try {
    return await fetch(bare, { headers: { ...headers, ...authorization }, redirect: "manual", signal });
  } catch (error) {
    throw networkError(error, target, timeout);
  }
}

function redirected(from: URL, location: string, first: URL): URL {
  let target: URL | undefined;
  try {
    target = new URL(location, from);
  } catch {
    // Told below, without what may be a key in the address.
  }
  const isSafe = target !== undefined && (target.protocol === "https:" || target.protocol === from.protocol);
  if (target !== undefined && isSafe) return target;
  const where = target === undefined ? "an address that cannot be read" : `\`${shownUrl(target)}\``;
  throw new DownloadError("bad-redirect", `\`${shownUrl(first)}\` leads to ${where}, which is not followed.`, {
    url: shownUrl(first),
    hint: "Only http and https are followed, and https never to http. Name the right address itself.",
  });
}

/** The error of a server that cannot be reached, or that stopped in the middle. */
export function networkError(error: unknown, url: URL, timeout: number): DownloadError {
  const shown = shownUrl(url);
  if (error instanceof Silence) {
    return new DownloadError("silence", `\`${shown}\` has sent nothing for ${timeout / 1000} seconds.`, {
      url: shown,
      hint: "Try again later, or pass a larger `downloadTimeout`.",
    });
  }
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const [nested] = inner instanceof AggregateError ? inner.errors : [inner];
  return new DownloadError("no-answer", `\`${shown}\` cannot be reached: ${messageOf(nested).replace(/\.$/, "")}.`, {
    url: shown,
    cause: error,
    hint: "Check the address and the network.",
  });
}

class Silence extends Error {
  constructor() {
    super("The server was silent.");
  }
}
