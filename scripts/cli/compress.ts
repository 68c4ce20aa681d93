import path from "node:path";
import { countWords } from "../lib/lists.ts";
import { compressFolder } from "../live/compress.ts";
import { liveSite, workFolder } from "../site/write.ts";
import { createProgress, parseArguments, root, runCommand } from "./command.ts";

await runCommand(async () => {
  parseArguments(process.argv.slice(2), []);
  const progress = createProgress(process.stderr);
  const { files, written } = await compressFolder({
    folder: liveSite(root),
    work: workFolder(liveSite(root), process.pid),
    cache: path.join(root, ".cache/compress"),
    onProgress: (done, total) => progress("Compressed", done, total),
  });
  const beside = `${countWords(files, "file")} of _site/ with compressed ones beside`;
  console.log(`${beside}: ${written} written, the others stood there.`);
});
