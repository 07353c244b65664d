import { type Automaton, buildAutomaton } from "./automaton.ts";
import { buildGateTable, type GateTable, HEAD_BYTES } from "./gates.ts";
import type { Trigger } from "./rule.ts";

/** Owner of the suppression marker, which the engine itself looks for. */
export const MARKER_OWNER = 0xffff;

/** The triggers of all rules: what finds them, what tests them, and whose they are. */
export interface TriggerTable {
  readonly automaton: Automaton;
  readonly gates: GateTable;
  /** By trigger: index into the rules, or `MARKER_OWNER`. */
  readonly rules: Uint16Array;
  /** By trigger: index into the rule's own triggers. */
  readonly own: Uint16Array;
}

/** `own`: the place of a trigger among those of its rule. */
export function compileTriggers(list: readonly { readonly rule: number; readonly own: number; readonly trigger: Trigger }[]): TriggerTable {
  const triggers = list.map(({ trigger }) => trigger);
  return {
    automaton: buildAutomaton(triggers.map(({ literal }) => literal.slice(0, HEAD_BYTES))),
    gates: buildGateTable(triggers),
    rules: Uint16Array.from(list, ({ rule }) => rule),
    own: Uint16Array.from(list, ({ own }) => own),
  };
}
