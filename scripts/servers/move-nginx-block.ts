/**
 * A server block that `npm run hosts` wrote, for another port and another folder.
 *
 * @throws if it has no such lines
 */
export function moveNginxBlock(block: string, listen: string, root: string): string {
  const moved = block
    .replace(/(?<=^ {4}listen ).+(?=;$)/m, () => listen)
    .replace(/(?<=^ {4}root ).+(?=;$)/m, () => root);
  const isMoved = moved.includes(`    listen ${listen};`) && moved.includes(`    root ${root};`);
  if (!isMoved) throw new Error("the server block says nothing of “listen” or “root”");
  return moved;
}
