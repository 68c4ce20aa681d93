/** Where something that matters stands on a page, in CSS px from the page's upper left corner. */
export interface Landmark {
  /** Its section and its element, such as `#liverpool img`. */
  what: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}
