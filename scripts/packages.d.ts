// Types of packages that ship none: what this project uses of them, no more.

declare module "subset-font" {
  interface Options {
    targetFormat?: "sfnt" | "woff2";
    keepFeatures?: string[];
    variationAxes?: Record<string, number | { min: number; max: number; default?: number }>;
    keepAllGlyphs?: boolean;
  }
  export default function subsetFont(
    font: Buffer,
    text: string | undefined,
    options?: Options,
  ): Promise<Buffer>;
}

declare module "@11ty/eleventy-dev-server" {
  import type { IncomingMessage, Server, ServerResponse } from "node:http";

  export type Middleware = (
    request: IncomingMessage,
    response: ServerResponse,
    next: () => void,
  ) => void;

  export default class EleventyDevServer {
    static getServer(
      name: string,
      folder: string,
      options: {
        pathPrefix: string;
        domDiff: boolean;
        portReassignmentRetryCount: number;
        aliases: Readonly<Record<string, string>>;
        messageOnStart: (status: { localhostUrl: string }) => string;
        middleware: Middleware[];
        logger: Record<"info" | "log" | "error", (line: string) => void>;
      },
    ): EleventyDevServer;
    readonly server: Server;
    ready(): Promise<void>;
    mapUrlToFilePath(address: string): { statusCode: number };
    reload(event: { files: string[]; subtype: undefined }): void;
  }
}

declare module "@11ty/eleventy" {
  export interface UserConfig {
    setInputDirectory(folder: string): void;
    setIncludesDirectory(folder: string): void;
    setDataDirectory(folder: string): void;
    setDataFileSuffixes(suffixes: string[]): void;
    setTemplateFormats(formats: string[]): void;
    setUseGitIgnore(use: boolean): void;
    setUseTemplateCache(use: boolean): void;
    setDataDeepMerge(deep: boolean): void;
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
