import * as fs from "node:fs";

/** What the journal and what leads to it need of a file system: the one seam through which tests let disks fill up and programs die. */
export type Files = Pick<
  typeof fs,
  "closeSync" | "fstatSync" | "fsyncSync" | "mkdirSync" | "openSync" | "readFileSync" | "readSync" | "renameSync" | "rmSync" | "writeFileSync" | "writeSync"
>;

export const realFiles: Files = fs;
