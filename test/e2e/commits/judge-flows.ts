import { describe, expect, test } from "vitest";
import { createGuarded, type Host, secretLines } from "../guarded.ts";
import { changes } from "./changes.ts";
import { everyday } from "./everyday.ts";
import { CLEAN, type Flow } from "./flow.ts";
import { merges } from "./merges.ts";
import { repositories } from "./repositories.ts";
import { takeCalls, watch } from "./watch.ts";
import { withoutHook } from "./without-hook.ts";

/** Every form of commit that there is, and what must come of it. */
const flows: readonly Flow[] = [...everyday, ...changes, ...merges, ...repositories, ...withoutHook];

/** One table for every host of the hook; a file of tests each, so that they run at the same time. */
export function judgeFlows(host: Host): void {
  describe.each(flows.filter(({ only }) => only === undefined || only === host))("$name", (flow) => {
    const path = flow.path ?? "src/app.ts";
    const isStopped = flow.hook !== null && (flow.finds ?? "new") === "new";

    function commit(content: string) {
      const guarded = createGuarded(host, { unborn: flow.unborn ?? false });
      watch(guarded);
      const { code, stderr } = flow.commit(guarded, content);
      const held = guarded.at(flow.in ?? ".").tryGit("cat-file", "blob", `HEAD:${path}`).stdout;
      return { ended: { code, stderr }, calls: takeCalls(guarded), holds: held };
    }

    test(isStopped ? "a secret is found, and nothing else" : "a secret goes in", () => {
      const { ended, calls, holds } = commit(CLEAN + secretLines());
      expect(findingsIn(ended.stderr), ended.stderr).toEqual(expectedOf(flow).map((severity) => `${path} ${severity}`));
      expect(ended.code, ended.stderr).toBe(isStopped ? 1 : 0);
      expect(calls).toEqual(flow.hook === null ? [] : [`${flow.hook} untouched`]);
      expect(holds.includes("aws_secret_access_key")).toBe(!isStopped && !(flow.finds === "nothing" && flow.hook === "pre-commit"));
    });

    // Its price is a second for each form; who calls the shim makes no difference here.
    test.runIf(host === "plain hook")("what is clean goes in", () => {
      const { ended, calls } = commit(CLEAN);
      expect(ended.code, ended.stderr).toBe(0);
      expect(findingsIn(ended.stderr)).toEqual([]);
      expect(calls).toEqual(flow.hook === null ? [] : [`${flow.hook} untouched`]);
    });
  });
}

function expectedOf({ hook, finds = "new" }: Flow): string[] {
  if (hook === null || finds === "nothing") return [];
  return [finds === "new" ? "block" : "block (older)"];
}

/** `path severity` of every finding that a hook printed: `src/app.ts:2:39  block (older)  secrets/aws-key-pair  …`. */
function findingsIn(stderr: string): string[] {
  return [...stderr.matchAll(/^(\S+):\d+:\d+ {2}(\w+(?: \(older\))?) {2}secrets\//gm)].map(([, path, severity]) => `${path} ${severity}`);
}
