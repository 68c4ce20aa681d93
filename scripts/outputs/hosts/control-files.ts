/** Files below the site's root that are told to hosts: what serves itself keeps them from visitors. */
export const controlFiles = ["_headers", "_redirects", ".nojekyll"] as const;
