/** One page of a list. */
export interface ListPage<T> {
  items: T[];
  /** 1-based. */
  number: number;
  /** How many pages the list has: at least 1, an empty list has one empty page. */
  count: number;
}

/** Cuts `items` into pages of `size`, in order. */
export function paginate<T>(items: readonly T[], size: number): ListPage<T>[] {
  const count = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: count }, (_, index) => ({
    items: items.slice(index * size, (index + 1) * size),
    number: index + 1,
    count,
  }));
}
