import type { Site } from "../site/read-site.ts";
import { onEachPage } from "./on-each-page.ts";

const relations = ["aria-labelledby", "aria-describedby", "aria-controls", "aria-details", "for"];

/** Each id stands once on its page, and what refers to ids refers to some that are there. */
export function uniqueIds(site: Site): string[] {
  return onEachPage(site, ({ tags }) => {
    const ids = tags.flatMap(({ attributes }) => attributes.id ?? []);
    const repeated = ids.filter((id, index) => ids.indexOf(id) < index);
    const missing = tags.flatMap(({ attributes }) =>
      relations.flatMap((relation) =>
        (attributes[relation] ?? "").split(/\s+/).filter((id) => id !== "" && !ids.includes(id)),
      ),
    );
    return [
      ...repeated.map((id) => `id "${id}" stands more than once`),
      ...missing.map((id) => `id "${id}" is referred to and is not there`),
    ];
  });
}
