/** A file of this machine that git does not track: an environment file, or `.npmrc`. Lives in memory only, like everything that is made of it. */
export interface LocalFile {
  /** From the root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** A value of such a file that must not stand in a repository. */
export interface LocalValue {
  readonly file: string;
  readonly name: string;
  readonly value: string;
}
