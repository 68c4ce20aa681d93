import { minify } from "html-minifier-terser";

// As https://www.11ty.dev/docs/transforms/ shows it, with the options it names.
export default function configure(config) {
  config.addTransform("htmlmin", function (content) {
    if (!(this.page.outputPath || "").endsWith(".html")) return content;
    return minify(content, {
      useShortDoctype: true,
      removeComments: true,
      collapseWhitespace: true,
    });
  });
  config.addPassthroughCopy({ "style.css": "style.css" });
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  config.addFilter("instant", (date) => date.toISOString().replace(/\.\d+Z$/, "Z"));
  return {
    dir: { input: "content", includes: "../_includes", output: "_site" },
    markdownTemplateEngine: false,
  };
}
