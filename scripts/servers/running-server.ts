/** A server on this machine, and a folder of its own that goes with it. */
export interface RunningServer extends AsyncDisposable {
  /** `http://127.0.0.1:port`, without a trailing slash. */
  origin: string;
}
