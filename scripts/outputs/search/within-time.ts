/**
 * What `promise` comes to. Pagefind does not notice when its program ends by itself, and would be
 * waited for without end, or without a word.
 *
 * @throws if it takes longer than `milliseconds`
 */
export async function withinTime<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("Pagefind does not answer")), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
