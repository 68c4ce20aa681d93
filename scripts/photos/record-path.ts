/** Where a photograph's record stands: beside it, with the ending `.yaml`. */
export function recordPath(originalPath: string): string {
  return originalPath.replace(/\.[^./]*$/, "").concat(".yaml");
}
