import { judgeFlows } from "./judge-flows.ts";

judgeFlows("plain hook");
