/** What an original may be. */
export const limits = {
  /**
   * Megapixels over all frames. The largest cameras make 100; beyond that it is a panorama or a file
   * made to exhaust memory, and no slot of the site needs a twentieth of it.
   */
  megapixels: 100,
  /** Bytes on disk. 100 megapixels of 16-bit TIFF are 600 million bytes; nothing larger is a photograph. */
  bytes: 1e9,
} as const;
