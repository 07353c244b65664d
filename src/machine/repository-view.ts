import { type Known, known } from "../core/facts/known.ts";
import type { CriticalFile, NonceFile, TradingFiles } from "../core/facts/trading.ts";
import { type Places, toLocalPath } from "./places.ts";

/** What git knows of files; the caller asks it, because nothing in this folder runs git. Paths are absolute. */
export interface RepositoryView {
  /** Those of the paths that git ignores. */
  listIgnored(paths: readonly string[]): Promise<ReadonlySet<string>>;
  /** Text of a file in HEAD; `null` where it is not tracked, or there is no HEAD. */
  readCommitted(path: string): Promise<string | null>;
}

/** Adds to the trading files what git knows of them. Where git does not answer they stay as they are: nothing ignored, nothing committed. */
export async function withRepository(files: Known<TradingFiles>, places: Places, repository: RepositoryView | undefined): Promise<Known<TradingFiles>> {
  const folder = files.known ? toLocalPath(files.value.root, places) : null;
  if (!repository || !files.known || folder === null) return files;
  try {
    return known(await addGit(files.value, folder, repository));
  } catch {
    return files;
  }
}

async function addGit({ files, nonces, ...rest }: TradingFiles, folder: string, repository: RepositoryView): Promise<TradingFiles> {
  const missing = files.filter(({ found }) => found === null).flatMap(({ candidates }) => candidates.map((path) => `${folder}/${path}`));
  const ignored = missing.length > 0 ? await repository.listIgnored(missing) : new Set<string>();
  const isIgnored = ({ found, candidates }: CriticalFile): boolean =>
    found === null && candidates.length > 0 && candidates.every((path) => ignored.has(`${folder}/${path}`));
  const withCommitted = async (nonce: NonceFile): Promise<NonceFile> => ({ ...nonce, committed: await repository.readCommitted(`${folder}/${nonce.path}`) });
  return { ...rest, files: files.map((file) => ({ ...file, ignored: isIgnored(file) })), nonces: await Promise.all(nonces.map(withCommitted)) };
}
