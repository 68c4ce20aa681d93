import pLimit from "p-limit";

/**
 * Runs a task for each item, at most `parallel` at once, and gives the results in the items' order.
 * When one fails no further one begins; those running end, and then the first failure is thrown.
 */
export async function runBounded<Item, Result>(
  parallel: number,
  items: readonly Item[],
  task: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const limit = pLimit({ concurrency: parallel, rejectOnClear: true });
  const failures: unknown[] = [];
  const settled = await Promise.allSettled(
    items.map((item) =>
      limit(async () => {
        try {
          return await task(item);
        } catch (error) {
          failures.push(error);
          limit.clearQueue();
          throw error;
        }
      }),
    ),
  );
  if (failures.length > 0) throw failures[0];
  return settled.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
}
