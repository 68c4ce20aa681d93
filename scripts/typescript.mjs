// Imported first, lets the modules after it be TypeScript, in a thread too, which does not inherit it.
// Node 22.18 and later read TypeScript themselves, which takes a third of tsx's time.
if (!process.features.typescript) (await import("tsx/esm/api")).register();
