import { judgeFlows } from "./judge-flows.ts";

judgeFlows("husky");
