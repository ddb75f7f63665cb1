/** @file Emptying Node's stack of asynchronous contexts, for code that is stopped and cannot take itself from it. */

interface AsyncWrap {
  clearAsyncIdStack?: () => void;
}

let asyncWrap: AsyncWrap | undefined;

/**
 * Does what Node does after an uncaught error.
 *
 * Node 20 and 22 end the process when they find stopped code on that stack. Node 24 keeps no such stack for promises.
 */
export function clearAsyncStack(): void {
  asyncWrap ??= readAsyncWrap();
  asyncWrap.clearAsyncIdStack?.();
}

function readAsyncWrap(): AsyncWrap {
  // There is no public way to it, and Node warns of this one on the kernel's stderr.
  const node = process as unknown as { binding?: (name: string) => AsyncWrap; noDeprecation?: boolean };
  const { noDeprecation = false } = node;
  node.noDeprecation = true;
  try {
    return node.binding?.("async_wrap") ?? {};
  } catch {
    return {};
  } finally {
    node.noDeprecation = noDeprecation;
  }
}
