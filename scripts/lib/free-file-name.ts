/** `name`, or with a number before its extension (`river-2.jpg`) where that name is taken. */
export function freeFileName(name: string, isTaken: (name: string) => boolean): string {
  const dot = name.lastIndexOf(".");
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
  let free = name;
  for (let number = 2; isTaken(free); number++) free = `${stem}-${number}${extension}`;
  return free;
}
