/** What one run of a program cost. */
export interface Measurement {
  /** Seconds from its start to its end. */
  wall: number;
  /** Seconds of processor time, user and system, of the program and all it started. */
  cpu: number;
  /** The most bytes of memory that it and all it started held at one moment. */
  memory: number;
}
