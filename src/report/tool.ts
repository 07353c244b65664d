import manifest from "../../package.json" with { type: "json" };

/** Who speaks, as reports name it. */
export const tool = { name: "guard", version: manifest.version } as const;
