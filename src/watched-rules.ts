/** Rules that a configuration brings along may hold a pattern that never comes to an end. They are asked with a limit; ours are not, and cost nothing more. */
import { createContext, Script } from "node:vm";
import type { Rule } from "./core/rule.ts";
import { RuleFailure } from "./core/rule-failure.ts";

/** So long a rule may think about one file, or about the repository. */
const LIMIT_MS = 2000;
const MAX_SHOWN = 120;

type Question = () => unknown;

/** The same rules, each stopped where it takes too long, and not asked again in this run. Then it throws a `RuleFailure` that names the pattern. */
export function watchRules(rules: readonly Rule[], limitMs = LIMIT_MS): Rule[] {
  const within = createLimit(limitMs);
  return rules.map((rule) => (rule.inspects === "verdict" ? rule : watch(rule, within, limitMs)));
}

function watch(rule: Exclude<Rule, { inspects: "verdict" }>, within: (question: Question) => unknown, limitMs: number): Rule {
  let failure: RuleFailure | null = isAsync(rule.check) ? answersLater() : null;
  const check = (...about: never[]): unknown => {
    if (failure) throw failure;
    // The kind of the rule decides about the arguments, and whoever asks knows it.
    const question = (): unknown => (rule.check as (...about: never[]) => unknown)(...about);
    try {
      return assertAtOnce(within(question));
    } catch (error) {
      if (!isOverrun(error)) throw error;
      failure = new RuleFailure(`the rule was stopped after ${limitMs / 1000} seconds${describePattern(findPattern(within, question))}`);
      throw failure;
    }
  };
  // As the one that it was made of.
  return { ...rule, check } as Rule;
}

/** What goes on behind an answer cannot be stopped. */
function assertAtOnce(answer: unknown): unknown {
  if (!(answer instanceof Promise)) return answer;
  answer.catch(() => undefined);
  throw answersLater();
}

function answersLater(): RuleFailure {
  return new RuleFailure("the rule answers with a promise, which nobody could stop: it must answer at once");
}

function isAsync(check: unknown): boolean {
  return Object.prototype.toString.call(check) === "[object AsyncFunction]";
}

/** Node stops whatever runs in a script that has a limit, regular expressions too, on this thread; what it runs may come from anywhere. */
function createLimit(limitMs: number): (question: Question) => unknown {
  const script = new Script("ask()");
  const holder: { ask: Question | null } = { ask: null };
  const context = createContext(holder);
  return (question) => {
    holder.ask = question;
    try {
      return script.runInContext(context, { timeout: limitMs });
    } finally {
      holder.ask = null;
    }
  };
}

function isOverrun(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
}

/** `made`: built while the rule ran, perhaps out of what stands in the file. */
type Pattern = { readonly expression: RegExp; readonly isMade: boolean };

/** Asks once more, to see which pattern it is that does not come to an end. Rules are pure, so that it stops at the same place. */
function findPattern(within: (question: Question) => unknown, question: Question): Pattern | null {
  const original = globalThis.RegExp;
  const { exec } = original.prototype;
  const made = new WeakSet<RegExp>();
  let running: RegExp | null = null;
  original.prototype.exec = function (this: RegExp, text: string) {
    running = this;
    const found = exec.call(this, text);
    running = null;
    return found;
  };
  globalThis.RegExp = new Proxy(original, {
    construct: (target, given) => remember(Reflect.construct(target, given)),
    apply: (target, _, given) => remember(target(...(given as [string]))),
  });
  function remember(expression: RegExp): RegExp {
    made.add(expression);
    return expression;
  }
  try {
    within(question);
    return null;
  } catch {
    return running && { expression: running, isMade: made.has(running) };
  } finally {
    globalThis.RegExp = original;
    original.prototype.exec = exec;
  }
}

function describePattern(pattern: Pattern | null): string {
  if (!pattern) return "";
  if (pattern.isMade) return ", in a pattern that it makes while it runs";
  const text = String(pattern.expression);
  return `, in the pattern ${text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}\u2026` : text}`;
}
