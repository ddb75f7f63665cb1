/** @file tslab's compiler, made to say where its output comes from and when a cell must be async. */

import type { SourceMapPayload } from "node:module";
import { dirname, resolve } from "node:path";
import { cellContext } from "./cell";
import type { CellSources, MapChain } from "./cell-sources";
import { CompilerTimers } from "./compiler-timers";
import { reachedDeclarations } from "./declarations";
import type { Interrupter } from "./interrupt";
import { withShorthandRepair } from "./shorthand-properties";
import { hasTopLevelAwait } from "./top-level-await";
import type {
  EmittingProgram,
  TslabConverter,
  TslabConverterModule,
  TslabExecutor,
  TypeScriptApi,
  WriteFile,
} from "./tslab-modules";

/** Repairs of one kernel's compiler. */
export class CompilerRepair {
  readonly #sources: CellSources;
  readonly #root: string;
  /** What the current conversion emitted, by its text: the map, and the file that it came from. */
  readonly #emitted = new Map<string, { map: SourceMapPayload; source: string }>();
  readonly #lowered = new Map<string, { maps: MapChain; source: string }>();
  /** Declarations of a cell that threw; tslab would forget them. */
  #rescued: string | undefined;
  #latest: string | undefined;
  /** The declarations that the latest cell began with. */
  #before = "";
  readonly #modules = new Map<string, string>();
  readonly #typescript: TypeScriptApi;

  readonly #interrupter: Interrupter;
  readonly #timers: CompilerTimers = new CompilerTimers();

  constructor(typescript: TypeScriptApi, sources: CellSources, interrupter: Interrupter, root: string) {
    this.#interrupter = interrupter;
    this.#typescript = typescript;
    this.#sources = sources;
    this.#root = root;
  }

  /** The compiler as tslab shall see it: the same, except that it makes source maps. */
  instrumented(): TypeScriptApi {
    const typescript = this.#typescript;
    const createWatchCompilerHost = (
      files: unknown,
      options: object,
      system: unknown,
      create: unknown,
      ...rest: unknown[]
    ): unknown => {
      this.#timers.repair(system);
      return typescript.createWatchCompilerHost(
        files,
        { ...options, sourceMap: true },
        system,
        create ??
          ((...all: unknown[]) => this.#listening(typescript.createEmitAndSemanticDiagnosticsBuilderProgram(...all))),
        ...rest,
      );
    };
    const transpileModule: TypeScriptApi["transpileModule"] = (text, options) => {
      const first = this.#emitted.get(text);
      const compilerOptions = { ...options.compilerOptions, sourceMap: first !== undefined };
      const result = typescript.transpileModule(text, { ...options, compilerOptions });
      if (first === undefined || result.sourceMapText === undefined) return result;
      const outputText = withoutMapComment(result.outputText);
      this.#lowered.set(outputText, { maps: [JSON.parse(result.sourceMapText), first.map], source: first.source });
      return { ...result, outputText };
    };
    // The compiler's exports are getters that cannot be set, so tslab is given a copy of the table.
    const table = Object.getOwnPropertyDescriptors(typescript) as Record<string, PropertyDescriptor>;
    table.createWatchCompilerHost = { value: createWatchCompilerHost, enumerable: true };
    table.transpileModule = { value: transpileModule, enumerable: true };
    return Object.defineProperties({}, table) as TypeScriptApi;
  }

  /** Makes the converters that tslab creates from now on repaired ones. */
  repair(module: TslabConverterModule): void {
    const create = module.createConverter;
    module.createConverter = (options) => this.#repaired(create(options));
  }

  /** Keeps what a cell that threw has declared so far, for the cells after it. */
  rescueDeclarations(executor: TslabExecutor): void {
    if (this.#latest !== undefined) {
      this.#rescued = reachedDeclarations(this.#typescript, this.#latest, executor.locals, this.#before);
    }
  }

  /** Forgets rescued declarations, since the cell went well and tslab has them all. */
  settleDeclarations(): void {
    this.#rescued = undefined;
  }

  #repaired(converter: TslabConverter): TslabConverter {
    return {
      convert: (previous, source) => {
        this.#latest = undefined;
        const before = this.#rescued ?? previous;
        this.#before = before;
        const result = this.#compiling(() => converter.convert(before, source));
        const cell = cellContext.getStore();
        cell?.diagnostics.push(...result.diagnostics);
        for (const side of result.sideOutputs ?? []) {
          const known = this.#lowered.get(side.data);
          if (known !== undefined) {
            this.#sources.addHelper(side.path, known.source, known.maps, this.#modules.get(known.source));
          }
        }
        if (result.output !== undefined) {
          this.#latest = result.declOutput;
          if (cell !== undefined) {
            const script = this.#sources.addCell(cell, result.output, this.#lowered.get(result.output)?.maps ?? []);
            result.output += `//# sourceURL=${script}\n`;
          }
          result.hasToplevelAwait ||= hasTopLevelAwait(this.#typescript, source);
        }
        this.#emitted.clear();
        this.#lowered.clear();
        return result;
      },
      inspect: (previous, source, position) =>
        this.#timers.atWork(() => converter.inspect(this.#rescued ?? previous, source, position)),
      complete: (previous, source, position) =>
        this.#timers.atWork(() => converter.complete(this.#rescued ?? previous, source, position)),
      addModule: (name, source, meta) => {
        this.#modules.set(resolve(this.#root, `${name}.ts`), source);
        const diagnostics = this.#compiling(() => converter.addModule(name, source, meta));
        cellContext.getStore()?.diagnostics.push(...diagnostics);
        return diagnostics;
      },
      close: () => converter.close(),
    };
  }

  #compiling<Result>(work: () => Result): Result {
    return this.#interrupter.uninterruptible(() => this.#timers.atWork(work));
  }

  #listening(program: EmittingProgram): EmittingProgram {
    const emit = program.emit;
    program.emit = (target, writeFile, cancel, only, transformers) => {
      const maps = new Map<string, SourceMapPayload>();
      const write: WriteFile = (fileName, text, ...more) => {
        if (fileName.endsWith(".js.map")) {
          maps.set(fileName.slice(0, -".map".length), JSON.parse(text));
          return;
        }
        const map = maps.get(fileName);
        const bare = withoutMapComment(text);
        if (map !== undefined) {
          const source = resolve(this.#root, dirname(fileName), map.sourceRoot ?? "", map.sources[0] ?? "");
          this.#emitted.set(bare, { map, source });
        }
        writeFile?.(fileName, bare, ...more);
      };
      const repaired = withShorthandRepair(this.#typescript, program, transformers);
      return emit.call(program, target, writeFile === undefined ? undefined : write, cancel, only, repaired);
    };
    return program;
  }
}

function withoutMapComment(text: string): string {
  return text.replace(/\/\/# sourceMappingURL=\S*\s*$/, "");
}
