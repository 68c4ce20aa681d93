import { escapeXml } from "../../outputs/xml.ts";

/** A page that shows an editor what to mend; it goes away by itself once the content is sound. */
export function errorPage(sentences: readonly string[]): string {
  const items = sentences.map((sentence) => `<li>${escapeXml(sentence, "text")}</li>`).join("\n");
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The preview waits</title>
<style>
:root { color-scheme: light dark }
body { max-width: 50rem; margin: 3rem auto; padding: 0 1rem; font: 1.1rem/1.5 Georgia, serif }
li { margin-block: 1rem; padding: 1rem; border: 1px solid; font: 1rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere }
ol { padding: 0; list-style: none }
</style>
</head>
<body>
<h1>The preview waits</h1>
<p>Something in the project has to be mended first. The last good site is kept, and this page goes away by itself when you save the mended file.</p>
<ol>
${items}
</ol>
</body>
</html>
`;
}
