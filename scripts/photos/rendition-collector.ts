import { compareCodeUnits } from "../lib/compare-code-units.ts";
import type { Rendition } from "./rendition.ts";

/** Notes each rendition that a page asks for, once. A new one for every build. */
export interface RenditionCollector {
  add(rendition: Rendition): void;
  /** The one of this name, if it was asked for. */
  named(name: string): Rendition | undefined;
  /** Everything asked for, by name, whatever the order of asking. */
  all(): Rendition[];
}

/** An empty collector. */
export function renditionCollector(): RenditionCollector {
  const renditions = new Map<string, Rendition>();
  return {
    add(rendition) {
      const known = renditions.get(rendition.name);
      if (known !== undefined && known.key !== rendition.key) {
        throw new Error(`two different renditions are both called ${rendition.name}`);
      }
      renditions.set(rendition.name, rendition);
    },
    named: (name) => renditions.get(name),
    all: () => [...renditions.values()].sort((a, b) => compareCodeUnits(a.name, b.name)),
  };
}
