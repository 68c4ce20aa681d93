import { on } from "node:events";
import { availableParallelism } from "node:os";
import { type MessagePort, parentPort, type Transferable, Worker } from "node:worker_threads";

/** Work that is done in threads: in batches, of each of which something is made. */
interface SharedWork<Batch, Made> {
  /** The file of the thread, which calls {@link answerBatches}. */
  thread: URL;
  /** What all batches have in common, as `workerData`. */
  common: unknown;
  batches: readonly Batch[];
  /** What a thread is given of a batch: data that can be cloned. */
  ask(batch: Batch): unknown;
  /** Takes what a thread has made of a batch. */
  take(batch: Batch, made: Made): void;
}

/** Memory grows with each, and what one thread does before and after does not get shorter. */
const mostThreads = 8;

/**
 * V8 collects garbage the later, the more memory it may take. Left to itself, ten thousand pages took two threads
 * to 835 MB in all, each of which needs 50 at a time; so bounded 671, in no more time (Node 20). What they may
 * have is ten times what they need.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 512 };

/** All of `items`, in order, `size` at a time. */
export function batchesOf<Item>(items: readonly Item[], size: number): Item[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, at) => items.slice(at * size, (at + 1) * size));
}

/**
 * Shares batches among threads, at most one for each processor, and hands on what is made of each as it comes. A
 * thread is never more than one batch ahead of what is taken, so that memory stays flat.
 *
 * @throws what a thread throws, as far as it can be cloned, and what `take` throws
 */
export async function shareBatches<Batch, Made>({
  thread,
  common,
  batches,
  ask,
  take,
}: SharedWork<Batch, Made>): Promise<void> {
  const waiting = [...batches];
  const work = async (worker: Worker) => {
    const answers = on(worker, "message");
    const given: Batch[] = [];
    const give = () => {
      for (const batch of waiting.splice(0, 1)) {
        worker.postMessage(ask(batch));
        given.push(batch);
      }
    };
    give();
    give();
    for (let batch = given.shift(); batch !== undefined; batch = given.shift()) {
      const { value } = await answers.next();
      give();
      take(batch, value[0]);
    }
  };
  const threads = Math.min(availableParallelism(), batches.length, mostThreads);
  const workers = Array.from(
    { length: threads },
    () => new Worker(thread, { workerData: common, resourceLimits }),
  );
  try {
    await Promise.all(workers.map(work));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/**
 * Answers each batch that a thread is given, one after the other.
 *
 * @param moved what of an answer the thread gives away instead of copying it
 */
export async function answerBatches<Batch, Made>(
  make: (batch: Batch) => Promise<Made>,
  moved: (made: Made) => Transferable[] = () => [],
): Promise<void> {
  const port = parentPort as MessagePort;
  for await (const [batch] of on(port, "message")) {
    const made = await make(batch);
    port.postMessage(made, moved(made));
  }
}
