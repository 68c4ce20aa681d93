/**
 * A function that gives each id once: `rivers`, then `rivers-2`, `rivers-3`; never a `reserved` one.
 * It remembers where it stopped, so that ten thousand equal headings cost no more than different ones.
 */
export function uniqueIds(reserved: Iterable<string>): (wanted: string) => string {
  const taken = new Set(reserved);
  const nextNumber = new Map<string, number>();
  return (wanted) => {
    let id = wanted;
    if (taken.has(id)) {
      let number = nextNumber.get(wanted) ?? 2;
      while (taken.has(`${wanted}-${number}`)) number += 1;
      id = `${wanted}-${number}`;
      nextNumber.set(wanted, number + 1);
    }
    taken.add(id);
    return id;
  };
}
