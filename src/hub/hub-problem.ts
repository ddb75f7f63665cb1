/** @file A failed request to the Hub, told so that its reader knows what to do. */
import { messageOf } from "../core/errors";
import { HubRefusal } from "./hub-fetch";
import { RepositoryError } from "./repository-error";

/** What was asked of the Hub when it failed. */
export interface HubQuestion {
  /** The repository's id. */
  id: string;
  revision: string;
  endpoint: string;
  /** The file, when it was about one. */
  file?: string;
  /** The user's token, which must not appear in any message. */
  token: string | undefined;
}

/** The {@link RepositoryError} for whatever a request to the Hub has thrown. */
export function hubProblem(thrown: unknown, question: HubQuestion): RepositoryError {
  if (thrown instanceof RepositoryError) return thrown;
  return thrown instanceof HubRefusal ? refusalProblem(thrown, question) : connectionProblem(thrown, question);
}

/** Whether the Hub did not answer, or answered that it cannot at the moment. */
export function isUnreachable(thrown: unknown): boolean {
  if (!(thrown instanceof HubRefusal)) return true;
  return thrown.status >= 500 || thrown.status === 408 || thrown.status === 429;
}

function refusalProblem(refusal: HubRefusal, question: HubQuestion): RepositoryError {
  const { id, revision, endpoint, file, token } = question;
  const details = { repository: id, file, status: refusal.status, cause: refusal };
  const page = `${endpoint}/${id}`;
  if (refusal.reason === "GatedRepo") {
    const hint = `Accept its terms at ${page}, then set HF_TOKEN to a token of that account.`;
    return new RepositoryError("access-denied", `The model ${id} is gated: its owners ask who uses it.`, {
      ...details,
      hint,
    });
  }
  if (refusal.reason === "RevisionNotFound") {
    return new RepositoryError("revision-missing", `The model ${id} has no revision \`${revision}\`.`, {
      ...details,
      hint: `Its branches and tags are listed at ${page}/tree/main.`,
    });
  }
  if (refusal.reason === "EntryNotFound" && file !== undefined) {
    return new RepositoryError("file-missing", `The model ${id} has no file \`${file}\`.`, details);
  }
  const isUnknown = refusal.status === 404 || (refusal.status === 401 && token === undefined);
  if (isUnknown) {
    return new RepositoryError(
      "repository-missing",
      `There is no model ${id} at ${endpoint}, or it is private, and there is no folder by that name.`,
      {
        ...details,
        hint: "Check the name (`owner/name`). For a private model set HF_TOKEN to a token that may read it.",
      },
    );
  }
  if (refusal.status === 401 || refusal.status === 403) {
    return new RepositoryError("access-denied", `The Hub at ${endpoint} does not let this token read ${id}.`, {
      ...details,
      hint: `Make a token with read access at ${endpoint}/settings/tokens and set HF_TOKEN to it.`,
    });
  }
  return new RepositoryError(
    "hub-unreachable",
    `The Hub at ${endpoint} could not answer about ${id}: status ${refusal.status}.`,
    { ...details, hint: "Wait a minute and try again." },
  );
}

function connectionProblem(thrown: unknown, question: HubQuestion): RepositoryError {
  const { id, endpoint, file, token } = question;
  const below = thrown instanceof Error && thrown.cause !== undefined ? ` (${messageOf(thrown.cause)})` : "";
  // Addresses of storage carry signatures, which are as good as a token for a while.
  const said = `${messageOf(thrown)}${below}`.replaceAll(/\?[^\s)]+/g, "?…").slice(0, 500);
  const reason = token === undefined ? said : said.replaceAll(token, "hf_…");
  const what = file === undefined ? id : `\`${file}\` of ${id}`;
  return new RepositoryError("hub-unreachable", `${what} could not be had from ${endpoint}: ${reason}`, {
    repository: id,
    file,
    cause: thrown,
    hint: "Check the connection, or give a folder that holds the files. A download goes on where it broke off.",
  });
}
