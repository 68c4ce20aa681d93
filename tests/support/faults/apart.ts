import { spawnSync } from "node:child_process";

/** What a command is cut off from. */
type Namespace = "--mount" | "--net";

/**
 * What to put in front of a command so that it runs in a namespace of its own, after `prepare` (a
 * shell script): mounts made there are seen by nobody else and end with it.
 * Throws, with the reason, on a machine that does not allow it.
 */
export function apart(namespace: Namespace, prepare = "true"): string[] {
  // Whoever is not root is root within; Linux only, and not in every container.
  const unshare = ["unshare", namespace, ...(process.getuid?.() === 0 ? [] : ["--map-root-user"])];
  const trial = spawnSync(unshare[0] as string, [...unshare.slice(1), "true"], {
    encoding: "utf8",
  });
  if (trial.status !== 0) {
    const reason = trial.error?.message ?? trial.stderr.trim();
    throw new Error(
      `this fault needs a namespace of its own, which this machine does not allow (${reason}) — run the test as root on Linux; on Ubuntu “sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0” allows it to everybody`,
    );
  }
  return [...unshare, "sh", "-ec", `${prepare}\nexec "$@"`, "sh"];
}
