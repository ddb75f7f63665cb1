/** @file What goes wrong when a model's or a tokenizer's files are looked for. */
import { CadernoError, type CadernoErrorOptions } from "../core/errors";

/** What went wrong with a repository, for programs. */
export type RepositoryErrorCode =
  | "repository-missing"
  | "revision-missing"
  | "file-missing"
  | "hub-unreachable"
  | "access-denied"
  | "offline"
  | "path-invalid"
  | "file-too-large"
  | "file-damaged"
  | "not-json";

/** Where it went wrong. */
export interface RepositoryErrorDetails extends CadernoErrorOptions {
  /** The repository as it was asked for: an id or a folder. */
  repository: string;
  /** The file inside it. */
  file?: string | undefined;
  /** The Hub's HTTP status, when it answered. */
  status?: number | undefined;
}

/** A repository, or a file of one, could not be had. */
export class RepositoryError extends CadernoError {
  declare readonly code: RepositoryErrorCode;
  /** The repository as it was asked for: an id or a folder. */
  readonly repository: string;
  /** The file inside it. */
  readonly file: string | undefined;
  /** The Hub's HTTP status, when it answered. */
  readonly status: number | undefined;

  constructor(code: RepositoryErrorCode, message: string, details: RepositoryErrorDetails) {
    super(code, message, details);
    this.repository = details.repository;
    this.file = details.file;
    this.status = details.status;
  }
}
