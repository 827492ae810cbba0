// src/action/main.ts
import { mainStep } from "./action.mjs";
process.exit(await mainStep());
//# sourceMappingURL=main.mjs.map
