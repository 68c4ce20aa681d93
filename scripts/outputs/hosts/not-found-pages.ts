/** Which page a visitor sees where there is none, by the folder of the address: the nearest wins. */
export const notFoundPages = [
  { folder: "", page: "404.html" },
  { folder: "zh/", page: "zh/404.html" },
] as const;
