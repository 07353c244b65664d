/** Which pack a rule is in, and whether that pack looks at the machine. */

/** The packs of Guard that look at the machine. What they find without a location can be acknowledged; what stands in files cannot. */
const MACHINE_PACKS = ["trading", "sqlite"];

export function isMachinePack(pack: string): boolean {
  return MACHINE_PACKS.includes(pack);
}

/** `trading` of `trading/failed-orders`. */
export function packOf(ruleId: string): string {
  return ruleId.slice(0, Math.max(0, ruleId.indexOf("/")));
}
