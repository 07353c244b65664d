import type { Finding, Unknown } from "./model.ts";

/** How paths that hold a secret are shown. */
export type MaskedPaths = ReadonlyMap<string, string>;

/** A path without what was found in it, as reports show it. */
export function maskPath(path: string, found: readonly Finding[]): string {
  const spans = found.flatMap(({ location }) => (location ? [location] : [])).sort((a, b) => a.column - b.column);
  let masked = "";
  let known = 0;
  for (const { column, endColumn } of spans) {
    if (column > known) masked += `${path.slice(known, column - 1)}\u2026`;
    known = Math.max(known, endColumn - 1);
  }
  return masked + path.slice(known);
}

/** A finding, or anything like it, as a report may show it. */
export function maskFinding<F extends Finding>(finding: F, paths: MaskedPaths): F {
  if (paths.size === 0) return finding;
  const { location, subject, message, fix, preview } = finding;
  return {
    ...finding,
    location: location && { ...location, path: maskText(location.path, paths) },
    subject: subject && maskText(subject, paths),
    message: maskText(message, paths),
    preview: preview && maskText(preview, paths),
    fix: fix && maskText(fix, paths),
  };
}

export function maskUnknown(unknown: Unknown, paths: MaskedPaths): Unknown {
  return { ...unknown, subject: maskText(unknown.subject, paths), reason: maskText(unknown.reason, paths) };
}

function maskText(text: string, paths: MaskedPaths): string {
  let masked = text;
  for (const [path, shown] of paths) masked = masked.replaceAll(path, () => shown);
  return masked;
}
