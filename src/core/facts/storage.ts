/** What the probe found of the folders that the storage policy names, and of databases that lie where none may. */
export interface StorageLayout {
  readonly folders: readonly PolicyFolder[];
  /** SQLite databases below the folder of the configuration and directly in forbidden and deprecated folders, by content; `/`-separated. */
  readonly strays: readonly string[];
  /** False: there was more to search than is searched in a commit. */
  readonly searchedAll: boolean;
}

export interface PolicyFolder {
  /** As configured. */
  readonly path: string;
  readonly role: "root" | "forbidden" | "deprecated";
  /** `elsewhere`: it cannot lie on this machine, and no folder stands for it. `unreadable`: it may or may not be there. */
  readonly state: "there" | "missing" | "no folder" | "elsewhere" | "unreadable";
}
