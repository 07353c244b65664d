import type { ContentSubject } from "../../src/core/rule.ts";
import { storageOf } from "./storage-names.ts";

const BEFORE = 1024;
const FAR = 8192;

/** Source of the last value that a name was given in the 8 KB before `end`. */
export function findDefinition(subject: ContentSubject, end: number, name: string): string | null {
  const pattern = new RegExp(`(?<![\\w.$])(?:(?:this|self)\\.)?${escapeName(name)}[ \\t]*(?::[^=\\n]{1,60})?=(?!=)[ \\t]*([^\\n]{1,240})`, "g");
  return [...subject.slice(end - FAR, end).matchAll(pattern)].at(-1)?.[1] ?? null;
}

const environment = "(?:process\\.env|import\\.meta\\.env|environ|getenv)";
const variable = new RegExp(`${environment}\\W{1,8}(?:get\\W{1,4})?([A-Za-z_]\\w*)`, "g");

/** A variable that holds a storage path is asked in the kilobyte before `at`, or the constant `name` is the default of one in the 8 KB behind. */
export function asksEnvironmentNearby(subject: ContentSubject, at: number, name: string): boolean {
  if ([...subject.slice(at - BEFORE, at).matchAll(variable)].some(([, asked = ""]) => storageOf(asked) !== null)) return true;
  const isDefault = new RegExp(`${environment}[^;]{0,240}?(?:\\|\\||\\?\\?|[,:]|\\bor)\\s{0,40}(?:this\\.|self\\.)?${escapeName(name)}(?![\\w$])`);
  return name !== "" && isDefault.test(subject.slice(at, at + FAR));
}

function escapeName(name: string): string {
  return name.replace(/\W/g, "\\$&");
}
