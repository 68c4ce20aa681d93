import { readArguments, usage } from "../new/arguments.ts";
import { openTerminal } from "../new/ask.ts";
import { today } from "../new/fields.ts";
import { newPhoto, newText, writeNewFiles } from "../new/new.ts";
import { root, runCommand } from "./command.ts";

// `npm run new -- news "Title"`
await runCommand(async () => {
  const args = process.argv.slice(2);
  if (args.includes("--help")) return console.log(usage());
  const { kind, given } = readArguments(args);
  const terminal = process.stdin.isTTY ? openTerminal(process.stdin, process.stdout) : undefined;
  try {
    const request = { root, given, ask: terminal?.ask };
    const made =
      kind === "photo"
        ? // npm runs commands in the project's folder, and tells where it was called.
          await newPhoto(request, process.env.INIT_CWD ?? process.cwd())
        : await newText(kind, request, today());
    await writeNewFiles(root, made.files);
    console.log(`Written:\n${[...made.files.keys()].map((file) => `  ${file}`).join("\n")}`);
    console.log(`What to do next:\n${made.next.map((step) => `  - ${step}`).join("\n")}`);
  } finally {
    terminal?.close();
  }
});
