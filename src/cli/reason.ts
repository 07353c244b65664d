import { GuardError } from "../core/model.ts";
import { usage } from "./messages.ts";

const MAX_REASON = 500;

/** Why somebody decided something. Throws `GuardError` (2) where that is missing or too long. */
export function readReason(command: string, text: string | undefined): string {
  const reason = text?.trim() ?? "";
  const complaint = reason === "" ? usage.noReason(command) : reason.length > MAX_REASON ? usage.longReason(MAX_REASON) : null;
  if (complaint) throw new GuardError(2, "usage", complaint.message, complaint.fix);
  return reason;
}
