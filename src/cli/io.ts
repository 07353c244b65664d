/** The world as commands see it, so that tests can give them another. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Reports only. */
  stdout(text: string): void;
  /** Progress, notes, errors. */
  stderr(text: string): void;
  /** Absent where nobody can answer. */
  confirm?(question: string): Promise<boolean>;
}

/** What the command line itself needs beyond that. */
export interface TerminalIo extends Io {
  /** Columns of standard output, `null` where it is no terminal. */
  readonly columns: number | null;
  /** Standard error where it is a terminal: the only place for a progress bar. */
  readonly progressStream: NodeJS.WritableStream | null;
  /** Aborted by the first Ctrl-C; the second ends the process. */
  readonly signal: AbortSignal;
  readStdin(): Promise<Uint8Array>;
  /** Waits until all that was written has arrived. */
  settle(): Promise<Delivery>;
}

/** `lost`: standard output could not take the report. A reader that left early (`| head`) got what it wanted. */
export type Delivery = { readonly kind: "delivered" } | { readonly kind: "reader-left" } | { readonly kind: "lost"; readonly code: string };
