import robotsParser from "robots-parser";

/**
 * Reads a `robots.txt` that stands at `url`. The package's types are those of an ES module, and it is
 * none: its default export is the function itself.
 */
export const readRobots = robotsParser as unknown as typeof robotsParser.default;
