import type { ContentSubject } from "../../src/core/rule.ts";
import { storageOf } from "./storage-names.ts";

const NEAR = 1024;
const FAR = 8192;
/** A name that stands in more places is not followed further. */
const MAX_PLACES = 24;

/** Source of the last value that a name was given in the 8 KB before `end`. */
export function findDefinition(subject: ContentSubject, end: number, name: string): string | null {
  const before = subject.slice(end - FAR, end);
  for (const at of listPlaces(before, name).reverse()) {
    const value = /^[ \t]*(?::[^=\n]{1,60})?=(?!=)[ \t]*([^\n]{1,240})/.exec(before.slice(at + name.length, at + name.length + 320))?.[1];
    if (value !== undefined) return value;
  }
  return null;
}

const asked = /(?:process\.env|import\.meta\.env|environ|getenv)\W{1,8}(?:get\W{1,4})?([A-Za-z_]\w*)/g;
const fallsBack = /(?:process\.env|import\.meta\.env|environ|getenv)[^;]{0,240}(?:\|\||\?\?|[,:]|\bor)\s{0,40}(?:this\.|self\.)?$/;

/** A variable that holds a storage path is asked in the kilobyte before `at`, or the constant `name` is the default of one in the 8 KB behind. */
export function asksEnvironmentNearby(subject: ContentSubject, at: number, name: string): boolean {
  const before = subject.slice(at - NEAR, at);
  if (before.includes("env") && [...before.matchAll(asked)].some(([, variable = ""]) => storageOf(variable) !== null)) return true;
  const behind = subject.slice(at, at + FAR);
  return listPlaces(behind, name).some((place) => fallsBack.test(behind.slice(Math.max(0, place - 300), place)));
}

/** Where the whole word stands, the last ones of many. */
function listPlaces(text: string, name: string): number[] {
  const places: number[] = [];
  if (name === "") return places;
  for (let at = text.lastIndexOf(name); at >= 0 && places.length < MAX_PLACES; at = at > 0 ? text.lastIndexOf(name, at - 1) : -1)
    if (!/[\w$]/.test(text[at - 1] ?? "") && !/[\w$]/.test(text[at + name.length] ?? "")) places.unshift(at);
  return places;
}
