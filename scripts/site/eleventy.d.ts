// Eleventy ships no types: what this project uses of it, no more.
declare module "@11ty/eleventy" {
  export interface UserConfig {
    setInputDirectory(folder: string): void;
    setIncludesDirectory(folder: string): void;
    setDataDirectory(folder: string): void;
    setDataFileSuffixes(suffixes: string[]): void;
    setTemplateFormats(formats: string[]): void;
    setUseGitIgnore(use: boolean): void;
    setUseTemplateCache(use: boolean): void;
    setNunjucksEnvironmentOptions(options: Record<string, unknown>): void;
    addGlobalData(name: string, value: unknown): void;
    addFilter(name: string, filter: (this: TemplateContext, ...args: never[]) => unknown): void;
    addTemplate(path: string, content: string, data: object): void;
    ignores: Set<string>;
    benchmarks: { config: { setMinimumThresholdMs(ms: number): void } };
  }

  /** What a filter is called on: https://mozilla.github.io/nunjucks/api#custom-filters */
  export interface TemplateContext {
    env: {
      getFilter(name: "escape" | "safe"): (text: string) => object;
      render(template: string, data: object): string;
    };
  }

  /** A page as it was rendered. */
  export interface TemplateResult {
    /** `./`, and the path that `addTemplate` was given below the input folder. */
    inputPath: string;
    content: string;
  }

  export default class Eleventy {
    constructor(
      input: string,
      output: string,
      options: { quietMode: boolean; config(config: UserConfig): void },
    );
    disableLogger(): void;
    toJSON(): Promise<TemplateResult[]>;
  }
}
