/** Something that the browser downloaded for a page. */
export interface Download {
  url: string;
  /** As the browser names it: `document`, `stylesheet`, `image`, `font`, `script`, … */
  kind: string;
  /** Of the body, as it was sent: compressed if it was. */
  bytes: number;
}
