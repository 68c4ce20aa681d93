import { originalRules } from "./original-rules.ts";
import { photoUseRules } from "./photo-use-rules.ts";
import { recordRules } from "./record-rules.ts";

/** Every rule about photographs, in the order of the handbook. */
export const photoRules = { ...photoUseRules, ...originalRules, ...recordRules } as const;
