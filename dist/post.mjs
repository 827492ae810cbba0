// src/action/post.ts
import { postStep } from "./action.mjs";
await postStep();
process.exit(0);
//# sourceMappingURL=post.mjs.map
