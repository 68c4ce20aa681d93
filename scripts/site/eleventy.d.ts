// Eleventy ships no types: what this project uses of it, no more.
declare module "@11ty/eleventy" {
  import type MarkdownIt from "markdown-it";

  export interface UserConfig {
    setInputDirectory(folder: string): void;
    setIncludesDirectory(folder: string): void;
    setLayoutsDirectory(folder: string): void;
    setDataDirectory(folder: string): void;
    setDataFileSuffixes(suffixes: string[]): void;
    setTemplateFormats(formats: string[]): void;
    setUseGitIgnore(use: boolean): void;
    setNunjucksEnvironmentOptions(options: Record<string, unknown>): void;
    setLibrary(name: "md", library: MarkdownIt): void;
    addGlobalData(name: string, value: unknown): void;
    addFilter(name: string, filter: (...args: never[]) => unknown): void;
    addTemplate(path: string, content: string, data: object): void;
    addTransform(
      name: string,
      transform: (
        this: { page: { inputPath: string } },
        content: string,
      ) => Promise<string> | string,
    ): void;
    on(event: "eleventy.engine.njk", listener: (event: NunjucksReady) => void): void;
    ignores: Set<string>;
    benchmarks: { config: { setMinimumThresholdMs(ms: number): void } };
  }

  export type RunMode = "build" | "serve";

  export interface NunjucksReady {
    nunjucks: {
      lib: { escape(text: string): string };
      runtime: { SafeString: new (html: string) => object };
      Template: new (
        source: string,
        environment: object,
        name: string,
        eager: boolean,
      ) => { render(data: object): string };
    };
    environment: object;
  }

  export default class Eleventy {
    constructor(
      input: string,
      output: string,
      options: { quietMode: boolean; runMode: RunMode; config(config: UserConfig): void },
    );
    disableLogger(): void;
    toJSON(): Promise<unknown>;
  }
}
