/** @file What the kernel says of itself: tslab with its true versions, and that it was repaired. */
import type { TslabInstallation } from "./tslab-modules";

/** The content of `kernel_info_reply`, from tslab's own. */
export function describeKernel(own: Record<string, unknown>, tslab: TslabInstallation): object {
  const { versions } = tslab.require("./public.js") as { versions: { tslab: string; typescript: string } };
  const language = own.language_info as Record<string, unknown>;
  return {
    ...own,
    status: "ok",
    protocol_version: "5.3",
    implementation_version: versions.tslab,
    language_info: { ...language, version: versions.typescript, pygments_lexer: "typescript" },
    banner: `TypeScript ${versions.typescript} on tslab ${versions.tslab} and Node ${process.versions.node}, repaired by Caderno`,
    help_links: [],
  };
}
