import type { ChangeMatch } from "../../src/core/rule.ts";
import { defineRule } from "../../src/core/rule.ts";
import { isTradingPath } from "../../src/core/trading/roots.ts";
import { type TradingSection, toTradingSettings } from "../../src/core/trading/settings.ts";
import { listAnswers, listGates, type Place, readCode } from "./confirmation-gates.ts";

interface Options {
  readonly trading?: TradingSection;
}

export const liveConfirmation = defineRule({
  id: "trading/live-confirmation",
  inspects: "change",
  files: ["**/*.{py,ps1,psm1,sh,bash,bat,cmd}"],
  meta: {
    summary: "Live trading would start without a person typing YES.",
    why: "The typed YES is the last moment at which a person can notice that real money is about to be used.",
    fix: "Keep the question, and let only a person answer it.",
    severity: "block",
    confidence: "likely",
    since: "0.1.0",
    source: "S4:278",
    needs: "trading",
  },
  check({ path, before, after }, options: Options) {
    const settings = toTradingSettings(options.trading);
    const isTrading = settings.root.length > 0 && isTradingPath(path, settings);
    const codeBefore = before === null ? null : readCode(path, before, isTrading);
    const gatesBefore = codeBefore === null ? 0 : listGates(codeBefore, isTrading).length;
    if (after === null) return gatesBefore > 0 ? [describeDeleted()] : [];
    const code = readCode(path, after, isTrading);
    const matches: ChangeMatch[] = [];
    if ((code === null ? 0 : listGates(code, isTrading).length) < gatesBefore)
      matches.push({ message: "The question that a person must answer with YES before live trading is gone from this file." });
    const old = codeBefore === null ? [] : listAnswers(codeBefore, isTrading);
    const stood = Map.groupBy(old, (place) => before?.slice(place.start, place.end));
    const answers = code === null ? [] : listAnswers(code, isTrading);
    return [...matches, ...answers.map((place) => describeAnswer(place, stood.get(after.slice(place.start, place.end))?.pop() !== undefined))];
  },
});

/** The script that asked is gone; what takes its place, perhaps the same script elsewhere, is judged by itself. */
function describeDeleted(): ChangeMatch {
  return { message: "A script that asked for YES before live trading is deleted; see that what replaces it asks too.", severity: "warn" };
}

function describeAnswer({ start, end }: Place, stoodBefore: boolean): ChangeMatch {
  const match: ChangeMatch = { start, end, reveal: "all", message: "This answers the question before live trading by itself: nobody is asked." };
  return stoodBefore ? { ...match, severity: "warn" } : match;
}
