/** Guard as a library. Rules of your own: `defineRule`; their tests: `RuleTester` of `@vibetech/guard/testing`; a check from a program: `check`. */
export { defineConfig } from "./config/define.ts";
export type * from "./core/model.ts";
export { GuardError } from "./core/model.ts";
export type {
  AutofixStep,
  ChangeMatch,
  ChangeRule,
  ChangeSubject,
  ContentRule,
  ContentSubject,
  EntryMatch,
  EntryRule,
  EntrySubject,
  Example,
  Examples,
  FlaggedExample,
  Hit,
  MachineMatch,
  MachineRule,
  Match,
  MessageMatch,
  MessageRule,
  MessageSubject,
  RepositoryMatch,
  RepositoryRule,
  RepositorySubject,
  Rule,
  RuleMeta,
  Span,
  Trigger,
} from "./core/rule.ts";
export { defineRule } from "./core/rule.ts";
export { check } from "./library.ts";
export { toJsonReport } from "./report/json.ts";
