/**
 * A Caddyfile that `npm run hosts` wrote, for another address and another folder.
 *
 * @throws if it has no such lines
 */
export function moveCaddyfile(file: string, listen: string, root: string): string {
  const moved = file
    .replace(/^[^\s#]+(?= \{$)/m, () => listen)
    .replace(/(?<=^\troot \* ).+$/m, () => root);
  const isMoved = moved.includes(`\n${listen} {`) && moved.includes(`\troot * ${root}\n`);
  if (!isMoved) throw new Error("the Caddyfile says nothing of an address or “root”");
  return moved;
}
