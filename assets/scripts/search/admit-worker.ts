/** The part of Trusted Types that is used here: https://www.w3.org/TR/trusted-types/ */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): void;
}

/**
 * Makes the page's one Trusted Types policy: the address of Pagefind's worker is let through, and
 * every other string that would become code is an error.
 */
export function admitWorker(worker: URL): void {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  // A browser without Trusted Types has nothing to be told.
  trustedTypes?.createPolicy("default", {
    createScriptURL(address) {
      if (new URL(address, document.baseURI).href === worker.href) return address;
      throw new TypeError(`no script may be loaded from ${address}`);
    },
  });
}
