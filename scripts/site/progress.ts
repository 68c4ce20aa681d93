/** Told how far a long step has come: its name, and how many of how many parts are done. */
export type Progress = (label: string, done: number, total: number) => void;
