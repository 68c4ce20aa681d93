import type { Middleware } from "@11ty/eleventy-dev-server";

/**
 * Answers in Chinese where a Chinese address leads nowhere, as hosts do that look for the nearest
 * `404.html`: the dev server by itself knows only the one at the root.
 *
 * @param prefix begins and ends with `/`
 * @param isMissing whether an address, as the browser asks for it, leads nowhere
 */
export function missingPage(prefix: string, isMissing: (address: string) => boolean): Middleware {
  return (request, response, next) => {
    const address = request.url ?? "/";
    if (address.startsWith(`${prefix}zh/`) && isMissing(address)) {
      response.statusCode = 404;
      request.url = `${prefix}zh/404.html`;
    }
    next();
  };
}
