/** The file name of a generated photograph: `view-07.jpg`. */
export function photographName(number: number): string {
  return `view-${String(number).padStart(2, "0")}.jpg`;
}
