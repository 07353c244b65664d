import type { Skip } from "./core/skip.ts";
import type { Environment } from "./git/run.ts";
import type { ExpectedChild } from "./machine/expected-child.ts";
import type { MachinePart } from "./machine/probe-job.ts";
import type { StagedStart } from "./sources/staged.ts";

/** What to look at. */
export type SourceRequest =
  | { readonly kind: "staged" }
  | { readonly kind: "all" }
  | { readonly kind: "files"; readonly paths: readonly string[] }
  /** `A..B`: every commit that B leads to and A does not, each by itself. */
  | { readonly kind: "range"; readonly range: string }
  | { readonly kind: "stdin"; readonly path: string; readonly content: Uint8Array }
  /** No files: the machine alone, and thoroughly. */
  | { readonly kind: "machine" };

/** A question to Guard; the same from the hook, the command line, other programs and CI. Its types are public: none of Node's among them. */
export interface Question {
  readonly source: SourceRequest;
  /** Folder that relative paths count from; default: the current one. */
  readonly cwd: string;
  readonly env: Environment;
  /** Rule selectors: ids, pack names, globs of ids. */
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  /** A configuration file in place of the one that would be found. */
  readonly configPath?: string;
  /** `false`: leave out the probes of the machine. */
  readonly machine?: boolean;
  /** Facts of the machine that are wanted, whatever the rules ask for. */
  readonly alsoProbe?: readonly MachinePart[];
  /** Run no code configuration and no rule packages. */
  readonly untrusted?: boolean;
  readonly signal?: AbortSignal;
  onProgress?(done: number, total: number): void;
}

/** The question with what only Guard itself can add. */
export interface CheckRequest extends Question {
  /** Rules that this check leaves out, with a reason. */
  readonly skipOnce?: Skip;
  /** What the hook has started beforehand. */
  readonly started?: StagedStart;
  /** A process for the probes that the shim has started beforehand. */
  readonly expected?: ExpectedChild;
}
