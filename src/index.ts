/** @file Caderno's public names, all of them, grouped by room. The only barrel. */

// core: what every room shares
export { CadernoError, type CadernoErrorOptions } from "./core/errors";
