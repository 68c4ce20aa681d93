/** Where a server of one's own has the site. */
export interface Place {
  /** What it listens on, in the server's own words: a port for nginx, a site's address for Caddy. */
  listen: string;
  /** The name visitors type. */
  name: string;
  /** The folder served as `/`: it holds the site, or with a base path a folder of that name. */
  root: string;
}
