/** What the browser is started with, for tests, screenshots and measurements alike. */
export const browserArguments: readonly string[] = [
  // Since Chrome 132 this is Chrome itself without a window; older ones had a browser of its own.
  "--headless=new",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // The site under test is on this machine; a proxy named in the environment has no part in it.
  "--no-proxy-server",
];
