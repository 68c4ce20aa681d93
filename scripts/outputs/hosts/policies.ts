import { integrityOf } from "../../lib/files.ts";

/** What a document may load and do: sources by directive, https://www.w3.org/TR/CSP3/#csp-directives */
type Directives = Readonly<Record<string, readonly string[]>>;

/**
 * The policies that pages carry themselves, for hosts that send no headers of ours.
 *
 * @param styles what stands in the `<style>` of one page or another, byte for byte
 */
export function pagePolicies(styles: readonly string[]) {
  return { page: write(pagePolicy(styles)), search: write(searchPolicy(styles)) };
}

/**
 * The policies of the headers, with what is heeded in a header only:
 * https://html.spec.whatwg.org/#attr-meta-http-equiv-content-security-policy
 */
export function headerPolicies(styles: readonly string[]) {
  const unframed = (policy: Directives) => write({ ...policy, "frame-ancestors": ["'none'"] });
  return {
    page: unframed(pagePolicy(styles)),
    search: unframed(searchPolicy(styles)),
    feed: unframed(feedPolicy),
    pagefind: unframed(pagefindPolicy),
    document: unframed(documentPolicy),
    download: unframed({ "default-src": ["'none'"], sandbox: [] }),
  };
}

function write(directives: Directives): string {
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(" "))
    .join("; ");
}

const inlineRules = "'inline-speculation-rules'";

/**
 * What a page may do: show its own pictures, its fonts and the stylesheet that it carries, and say
 * which pages may be fetched before they are asked for. No script runs, and nothing is sent anywhere.
 */
function pagePolicy(styles: readonly string[]): Directives {
  return {
    "default-src": ["'none'"],
    "img-src": ["'self'"],
    "font-src": ["'self'"],
    "style-src": styles.map((style) => `'${integrityOf(style)}'`).sort(),
    "manifest-src": ["'self'"],
    // Lets `<script type="speculationrules">` be read, and no script be run:
    // https://html.spec.whatwg.org/multipage/speculative-loading.html#content-security-policy
    "script-src": [inlineRules],
    // No script runs that could ask for anything; Lighthouse asks for robots.txt by the page's leave.
    "connect-src": ["'self'"],
    "form-action": ["'none'"],
    "base-uri": ["'none'"],
    "require-trusted-types-for": ["'script'"],
    "trusted-types": ["'none'"],
  };
}

/**
 * What the search pages may do beyond {@link pagePolicy}: run the site's own scripts, one of them as
 * a worker, and read the index. Strings become code nowhere: the one Trusted Types policy, see
 * `assets/scripts/search/admit-worker.ts`, lets the worker's address through and nothing else.
 */
function searchPolicy(styles: readonly string[]): Directives {
  return {
    ...pagePolicy(styles),
    "script-src": ["'self'", inlineRules],
    "connect-src": ["'self'"],
    "worker-src": ["'self'"],
    "form-action": ["'self'"],
    "trusted-types": ["default"],
  };
}

/** What a feed may do that is opened in a browser: look like a page, by the stylesheet it names. */
const feedPolicy: Directives = {
  "default-src": ["'none'"],
  "img-src": ["'self'"],
  "font-src": ["'self'"],
  "style-src": ["'self'"],
  "form-action": ["'none'"],
  "base-uri": ["'none'"],
};

/**
 * What a PDF may do: be shown. Safari takes it for a plug-in of itself, which `object-src` must allow
 * (https://github.com/humhub/humhub/issues/3945), and shows none in a sandbox
 * (https://github.com/adobe/aem-core-wcm-components/issues/2839); Chromium 156 and Firefox 153 do.
 */
const documentPolicy: Directives = {
  "default-src": ["'none'"],
  "object-src": ["'self'"],
  "form-action": ["'none'"],
  "base-uri": ["'none'"],
};

/**
 * What Pagefind's worker may do: it has the policy of its own response, not that of the page
 * (https://www.w3.org/TR/CSP3/#initialize-global-object-csp). The only place where WebAssembly is run.
 */
const pagefindPolicy: Directives = {
  "default-src": ["'none'"],
  "script-src": ["'wasm-unsafe-eval'"],
  "connect-src": ["'self'"],
};

/**
 * The features that a document may be denied, as Chromium 156 names them
 * (`document.featurePolicy.features()`): the policy has no word for all. Another version knows some
 * others, and warns in its console of each that it does not know. So the list is that of the Chromium
 * that the tests are run in, which holds them to be the same.
 */
export const features: readonly string[] = `
  accelerometer aria-notify autoplay browsing-topics camera captured-surface-control
  ch-device-memory ch-downlink ch-dpr ch-ect ch-prefers-color-scheme ch-prefers-reduced-motion
  ch-prefers-reduced-transparency ch-rtt ch-save-data ch-ua ch-ua-arch ch-ua-bitness
  ch-ua-form-factors ch-ua-full-version ch-ua-full-version-list ch-ua-high-entropy-values
  ch-ua-mobile ch-ua-model ch-ua-platform ch-ua-platform-version ch-ua-wow64 ch-viewport-height
  ch-viewport-width ch-width clipboard-read clipboard-write compute-pressure cross-origin-isolated
  deferred-fetch deferred-fetch-minimal digital-credentials-create digital-credentials-get
  display-capture encrypted-media fullscreen gamepad geolocation gyroscope hid
  identity-credentials-get idle-detection interest-cohort keyboard-map language-detector
  language-model local-fonts local-network local-network-access loopback-network magnetometer
  media-playback-while-not-visible microphone midi on-device-speech-recognition otp-credentials
  payment picture-in-picture private-state-token-issuance private-state-token-redemption
  publickey-credentials-create publickey-credentials-get screen-wake-lock serial speaker-selection
  storage-access summarizer sync-xhr translator unload usb window-management xr-spatial-tracking
`
  .trim()
  .split(/\s+/);

/** No document may use any: https://www.w3.org/TR/permissions-policy/#structured-header-serialization */
export const permissionsPolicy = features.map((feature) => `${feature}=()`).join(", ");
