/** What came of a visit to a link. */
export type Verdict =
  | { kind: "sound" }
  /** Every step there was a permanent redirect; `to` is where the last of them led. */
  | { kind: "moved"; to: string }
  /** There, but not for programs, or not for everyone. */
  | { kind: "refused"; status: number }
  | {
      kind: "dead";
      /** In words, for the middle of a sentence. */
      reason: string;
      /** Whether another try may find it well. */
      fleeting: boolean;
      /** Whether a server answered at all. */
      answered: boolean;
    };
