// The validator ships no types: what the tests use of it, no more.
declare module "@adobe/structured-data-validator" {
  export default class Validator {
    constructor(vocabulary: unknown);
    validate(data: {
      jsonld: Readonly<Record<string, readonly unknown[]>>;
    }): Promise<{ rootType: string; issueMessage: string }[]>;
  }
}
