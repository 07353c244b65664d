import type { JudgedMachine } from "./core/status/machine-status.ts";
import { toVerdict } from "./core/verdict.ts";
import { openRun } from "./open.ts";
import { readSection } from "./probes.ts";
import type { CheckRequest } from "./request.ts";

/** What is shown of trading beyond what the rules judge. */
const ALSO = ["tradingFiles", "tradingLog", "tradingDatabase", "tradingFills"] as const;

/**
 * Looks at the machine as thoroughly as there is, and judges it. `null`: the configuration names nothing to look at. Throws `GuardError` as `openRun`.
 */
export async function judgeMachine(request: Omit<CheckRequest, "source" | "alsoProbe">): Promise<JudgedMachine | null> {
  const { judgements, probing } = await openRun({ ...request, source: { kind: "machine" }, alsoProbe: ALSO });
  const [judgement] = judgements;
  const [facts] = probing?.facts ?? [];
  if (!judgement || !probing || !facts) return null;
  try {
    const { acks } = await probing.judge(null);
    const { weighed, unknown } = judgement.result();
    const { policy } = judgement;
    return {
      facts: await facts,
      policy,
      trading: readSection(policy, "trading") ?? null,
      databases: readSection(policy, "databases") ?? [],
      verdicts: weighed.map((finding) => toVerdict(finding, policy.older)),
      unknown,
      acks,
    };
  } finally {
    probing.stop();
  }
}
