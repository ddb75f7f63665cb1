/** @file The parts of tslab that the repairs touch, as types, and where the tslab that will run is found. */
import { existsSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { CheckedProgram, CustomTransformers, TransformingCompiler } from "./shorthand-properties";

/** A place in a cell or in a file that a cell imports; zero-based. */
export interface TslabPosition {
  offset: number;
  line: number;
  character: number;
}

/** One complaint of the type checker. */
export interface TslabDiagnostic {
  start: TslabPosition;
  end: TslabPosition;
  messageText: string;
  code: number;
  /** Relative to the working folder; absent for the cell itself. */
  fileName?: string;
}

/** What tslab's compiler makes of a cell. */
export interface TslabConversion {
  diagnostics: TslabDiagnostic[];
  output?: string;
  declOutput?: string;
  hasToplevelAwait?: boolean;
  lastExpressionVar?: string;
  sideOutputs?: { path: string; data: string }[];
}

export interface TslabConverter {
  convert(previousDeclarations: string, source: string): TslabConversion;
  inspect(previousDeclarations: string, source: string, position: number): unknown;
  complete(previousDeclarations: string, source: string, position: number): unknown;
  addModule(name: string, source: string, meta: unknown): TslabDiagnostic[];
  close(): void;
}

/** What tslab prints through; the repairs listen here to what a cell threw and what its last value was. */
export interface TslabConsole {
  log(...values: unknown[]): void;
  error(...values: unknown[]): void;
}

export interface TslabExecutor {
  execute(source: string): Promise<boolean>;
  readonly locals: Record<string, unknown>;
  interrupt(): void;
}

export interface TslabHandler {
  executor: TslabExecutor;
  handleKernel(): Record<string, unknown>;
  handleIsComplete(content: unknown): Record<string, unknown>;
  handleInspect(content: unknown): Record<string, unknown>;
  handleComplete(content: unknown): Record<string, unknown>;
  close(): void;
}

/** A zeromq socket as far as the repairs use one. */
export interface KernelSocket {
  send(frames: (string | Uint8Array)[]): Promise<void>;
  sendTimeout: number;
  sendHighWaterMark: number;
}

/** A {@link KernelSocket} that receives as well. */
export interface RequestSocket extends KernelSocket {
  /** Whether a message is waiting. */
  readonly readable: boolean;
}

export interface TslabServer {
  handler: TslabHandler;
  connInfo: { key: string; signature_scheme?: string };
  iopub: KernelSocket & { noDrop: boolean };
  shell: RequestSocket;
  control: RequestSocket;
  close(): void;
}

/** `tslab/dist/jupyter.js`. */
export interface TslabJupyterModule {
  ZmqServer: {
    prototype: {
      init(this: TslabServer): Promise<void>;
      bindSocket(this: TslabServer, socket: unknown, port: number): Promise<void>;
      handleShellMessage(this: TslabServer, socket: KernelSocket, ...frames: Buffer[]): Promise<void>;
    };
  };
  lastWriteDisplayData: ((data: TslabDisplayData, update?: boolean) => void) | null;
}

/** The content of a `display_data` message as `tslab.display` makes it. */
export interface TslabDisplayData {
  data: Record<string, unknown>;
  metadata: Record<string, unknown>;
  transient?: { display_id?: string };
}

/** `tslab/dist/executor.js`. */
export interface TslabExecutorModule {
  createExecutor(root: string, converters: unknown, console: TslabConsole): TslabExecutor;
}

/** `tslab/dist/converter.js`. */
export interface TslabConverterModule {
  createConverter(options?: unknown): TslabConverter;
}

/** The few syntax nodes of TypeScript's parser that are looked at. */
export interface SyntaxNode {
  readonly kind: number;
  readonly pos: number;
  readonly end: number;
  readonly awaitModifier?: SyntaxNode;
}

/** What is used of the compiler inside tslab. */
export interface TypeScriptApi extends TransformingCompiler {
  readonly version: string;
  readonly SyntaxKind: Readonly<Record<string, number>>;
  readonly ScriptTarget: { readonly Latest: number };
  createSourceFile(name: string, text: string, target: number, setParents?: boolean): SyntaxNode & SourceFileNode;
  forEachChild<Result>(node: SyntaxNode, visit: (child: SyntaxNode) => Result | undefined): Result | undefined;
  createWatchCompilerHost(...options: unknown[]): unknown;
  createEmitAndSemanticDiagnosticsBuilderProgram(...options: unknown[]): EmittingProgram;
  transpileModule(text: string, options: { compilerOptions?: object }): { outputText: string; sourceMapText?: string };
}

export interface SourceFileNode {
  readonly text: string;
  readonly statements: readonly StatementNode[];
}

export interface StatementNode extends SyntaxNode {
  readonly name?: SyntaxNode & { readonly text?: string };
  readonly declarationList?: {
    readonly flags: number;
    readonly declarations: readonly (SyntaxNode & { readonly name: SyntaxNode & { readonly text?: string } })[];
  };
}

export type WriteFile = (fileName: string, text: string, ...rest: unknown[]) => void;

export interface EmittingProgram extends CheckedProgram {
  emit(
    target: unknown,
    writeFile: WriteFile | undefined,
    cancel?: unknown,
    onlyDeclarations?: boolean,
    transformers?: CustomTransformers,
  ): unknown;
}

/** The modules of the tslab that this process runs. */
export interface TslabInstallation {
  /** Its `dist` folder. */
  readonly dist: string;
  readonly require: NodeJS.Require;
}

/**
 * The tslab that will run the cells when `bin` is started in `folder`.
 *
 * tslab hands over to a copy of itself in the nearest `node_modules` above the working folder, so that one is repaired.
 */
export function findTslab(bin: string, folder: string): TslabInstallation {
  let dist = join(dirname(dirname(realpathSync(bin))), "dist");
  for (let at = folder; ; at = dirname(at)) {
    const local = join(at, "node_modules", "tslab", "dist");
    if (existsSync(join(local, "main.js"))) {
      dist = local;
      break;
    }
    if (dirname(at) === at) break;
  }
  return { dist, require: createRequire(join(dist, "main.js")) };
}
