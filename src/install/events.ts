/** The events at which Guard judges, or writes down what was committed. */
export const GUARDED_EVENTS = ["pre-commit", "pre-merge-commit", "post-commit", "post-merge", "post-applypatch", "pre-push"] as const;

/** Guarded on request only: messages are judged at pre-push in any case. */
export const EVENT_ON_REQUEST = "commit-msg";

/**
 * The events that are passed on to a shared hooks folder even where it has no hook for them yet. The rest is passed on only where the folder has one:
 * `post-index-change` and `reference-transaction` run many times a command, and `push-to-checkout` and `proc-receive` change what git does by existing.
 */
export const FORWARDED_EVENTS = [
  ...GUARDED_EVENTS,
  "applypatch-msg",
  "pre-applypatch",
  "prepare-commit-msg",
  "commit-msg",
  "pre-rebase",
  "post-checkout",
  "post-rewrite",
  "pre-auto-gc",
  "sendemail-validate",
] as const;
