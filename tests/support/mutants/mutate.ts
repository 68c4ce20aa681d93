/** What people and programs leave in YAML and Markdown, and what could do harm there. */
const snippets = [
  ..."\n|\n\n|: |- |[|]|{|}|\"|'|>|#|&a |*a|!!js |\t|  |\0|\r|\ufeff|：|上海|<<: |? |~|`|\\|(|)|<|&#".split(
    "|",
  ),
  "|",
  "---\n",
  "---js\n{ title: process.exit(3) }\n---\n",
  "%YAML 1.1\n",
  "__proto__: ",
  "constructor: 1\n",
  "draft: true\n",
  "date: 2026-02-30\n",
  "\n# A\n",
  "\n#### B\n",
  "\n```\n",
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "[a](javascript:alert(1))",
  "<javascript:alert(1)>",
  "[a]: data:text/html,x\n",
  "![](../../../assets/photos/albert-dock.jpg)",
  "[a](../about.md#x)",
  "{{ 7 * 7 }}",
  "{% include 'x' %}",
  "<!--",
  "]]>",
  "<<<<<<< HEAD\n",
  "\u202e",
  "\u2028",
];

/** A copy of `bytes` with one to three changes: of bytes, of lines, of what stands in YAML. */
export function mutate(bytes: Buffer, next: () => number): Buffer {
  let mutant = bytes;
  for (let count = 1 + Math.floor(next() * 3); count > 0; count--) mutant = change(mutant, next);
  return mutant;
}

function change(bytes: Buffer, next: () => number): Buffer {
  const pick = (length: number): number => Math.floor(next() * length);
  const at = pick(bytes.length + 1);
  const insert = (what: Buffer, skip = 0): Buffer =>
    Buffer.concat([bytes.subarray(0, at), what, bytes.subarray(at + skip)]);
  const lines = bytes.toString("latin1").split("\n");
  const line = pick(lines.length);
  switch (pick(10)) {
    case 0:
      return insert(Buffer.from([pick(256)]), 1);
    case 1:
      return insert(Buffer.alloc(0), 1 + pick(8));
    case 2:
    case 3:
      return insert(Buffer.from(snippets[pick(snippets.length)] ?? ""));
    case 4:
      lines.splice(line, 1);
      break;
    case 5:
      lines.splice(pick(lines.length), 0, lines[line] ?? "");
      break;
    case 6:
      lines.splice(line, 2, `${lines[line] ?? ""}${lines[line + 1] ?? ""}`);
      break;
    case 7:
      lines.splice(line, 0, (snippets[pick(snippets.length)] ?? "").trimEnd());
      break;
    case 8:
      lines[line] = " ".repeat(1 + pick(4)) + (lines[line] ?? "");
      break;
    default:
      lines[line] = (lines[line] ?? "").replace(/: .*/, `: ${snippets[pick(snippets.length)]}`);
  }
  return Buffer.from(lines.join("\n"), "latin1");
}
