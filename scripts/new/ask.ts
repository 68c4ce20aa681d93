/** Puts a question to the one at the terminal and gives back the line they type. */
export type Ask = (question: string) => Promise<string>;
