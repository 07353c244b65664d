import type { Facts, Severity } from "../model.ts";
import type { MachineFacts } from "./machine.ts";

/** Examples of a machine rule: facts in, findings out. */
export interface MachineExample {
  /** The situation, in words. */
  readonly name: string;
  readonly facts: MachineFacts;
  /** Options other than the defaults. Shared settings (`trading`) may stand among them. */
  readonly options?: Readonly<Record<string, unknown>>;
}

export interface FlaggedMachineExample extends MachineExample {
  /** The severity of each finding, in order; a finding that lowers nothing has the rule's own. */
  readonly severities: readonly Severity[];
  /** What the facts of the first finding must hold, among others. */
  readonly numbers?: Facts;
}

export interface MachineExamples {
  readonly flags: readonly FlaggedMachineExample[];
  /** Nothing is found and nothing is unknown. */
  readonly leaves: readonly MachineExample[];
  /** The rule says that it could not look; it may find something besides. */
  readonly unknowns: readonly MachineExample[];
}
