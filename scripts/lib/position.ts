/** A place on the globe in decimal degrees (WGS 84): north and east are positive. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}
