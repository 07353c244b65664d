import { configuration } from "./configuration.ts";
import { environment } from "./environment.ts";
import { judgeHostile } from "./hostile.ts";
import { repository } from "./repository.ts";

judgeHostile("git's configuration", configuration);
judgeHostile("git's folder", repository);
judgeHostile("the environment", environment);
