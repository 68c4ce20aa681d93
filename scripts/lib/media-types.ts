/** A kind of file, as hosts send it. */
export interface MediaType {
  /** The `Content-Type`. */
  type: string;
  /** Hosts compress text; pictures and fonts are compressed already. */
  text: boolean;
}

const text = (type: string): MediaType => ({ type: `${type}; charset=utf-8`, text: true });
const binary = (type: string): MediaType => ({ type, text: false });

/** The files that the site may hold, by their ending; any other ending is a fault. */
export const mediaTypes: Readonly<Record<string, MediaType>> = {
  ".atom": text("application/atom+xml"),
  ".avif": binary("image/avif"),
  ".css": text("text/css"),
  ".html": text("text/html"),
  ".ico": binary("image/x-icon"),
  ".jpg": binary("image/jpeg"),
  ".js": text("text/javascript"),
  ".json": text("application/json"),
  ".mjs": text("text/javascript"),
  ".pagefind": binary("application/octet-stream"),
  ".pdf": binary("application/pdf"),
  ".pf_fragment": binary("application/octet-stream"),
  ".pf_index": binary("application/octet-stream"),
  ".pf_meta": binary("application/octet-stream"),
  ".png": binary("image/png"),
  ".svg": text("image/svg+xml"),
  ".txt": text("text/plain"),
  ".vcf": text("text/vcard"),
  ".wasm": binary("application/wasm"),
  ".webmanifest": text("application/manifest+json"),
  ".webp": binary("image/webp"),
  ".woff2": binary("font/woff2"),
  ".xml": text("application/xml"),
};
