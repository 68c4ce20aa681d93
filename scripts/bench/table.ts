/** A column's heading, and whether its cells are figures, which stand to the right. */
export interface Column {
  heading: string;
  figures: boolean;
}

/** A Markdown table whose columns stand in line on a terminal as well. */
export function formatTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): string {
  const widths = columns.map(({ heading }, index) =>
    Math.max(3, heading.length, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string => {
    const set = cells.map((cell, index) => {
      const width = widths[index] ?? 0;
      return columns[index]?.figures ? cell.padStart(width) : cell.padEnd(width);
    });
    return `| ${set.join(" | ")} |`;
  };
  const rule = columns.map(({ figures }, index) => {
    const dashes = "-".repeat((widths[index] ?? 0) - (figures ? 1 : 0));
    return figures ? `${dashes}:` : dashes;
  });
  return [line(columns.map(({ heading }) => heading)), line(rule), ...rows.map(line)].join("\n");
}
