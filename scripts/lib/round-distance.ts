/** A distance as one says it: whole hundreds, digits grouped by commas ("9,200"). */
export interface RoundDistance {
  kilometres: string;
  /** Statute miles, each 1.609344 km (international yard and pound agreement, 1959). */
  miles: string;
}

/** Kilometres to the nearest hundred kilometres, and to the nearest hundred statute miles. */
export function roundDistance(kilometres: number): RoundDistance {
  return { kilometres: hundreds(kilometres), miles: hundreds(kilometres / 1.609344) };
}

function hundreds(length: number): string {
  // Not toLocaleString: its answer depends on the machine's language data.
  return String(Math.round(length / 100) * 100).replace(/\B(?=(\d{3})+$)/g, ",");
}
