import { faultsOf, type Rules } from "../problems/problem.ts";

const href = "../../../assets/downloads/programme.pdf";

/** What can be wrong with files for downloading, and with links to them. */
export const downloadRules = {
  "download-missing": {
    severity: "error",
    message: "the link `{href}` leads to a file that is not there",
    remedy:
      "put the file into `assets/downloads/` as `{name}` and write that here, or take the link out",
    example: { href, name: "programme.pdf" },
  },
  "download-misspelt": {
    severity: "error",
    message: "the link `{href}` leads to a file that is not there",
    remedy: "did you mean `{nearest}`?",
    example: { href: "../../../assets/downloads/programm.pdf", nearest: href },
  },
  "download-picture": {
    severity: "error",
    message: "a picture leads to `{href}`, which says neither what the file is nor how large",
    remedy: "take the link from the picture, and write one with words below it: `[words]({href})`",
    example: { href },
  },
  "download-said": {
    severity: "warning",
    message: "`{said}` is said twice: pages put kind and size behind every link to a file",
    remedy: "write `[{better}]({href})`",
    example: { said: "(PDF)", better: "Programme", href },
  },
  "download-name": {
    severity: "error",
    message: "this path has other characters than lower-case letters a–z, digits and hyphens",
    remedy: "rename the file to `{better}`, in links to it too",
    example: { better: "assets/downloads/programme-2026.pdf" },
  },
  "download-ending": {
    severity: "error",
    message: "files with the ending `{ending}` are not offered for downloading",
    remedy: "{advice}",
    example: { ending: ".docm", advice: "save it without macros, as DOCX or PDF" },
  },
  "download-no-file": {
    severity: "error",
    message: "this is a symbolic link, or else no ordinary file",
    remedy: "put the file itself here",
    example: {},
  },
  "download-too-large": {
    severity: "error",
    message: "this file has {size} MB, and 20 MB is the most that visitors are given",
    remedy: "export it with smaller pictures, or divide it",
    example: { size: "24.1" },
  },
  "download-other-kind": {
    severity: "error",
    message: "this file is called {kind}, but it is {found}",
    remedy: "save it as {kind} from the program that it was written with",
    example: { kind: "PDF", found: "a page of HTML" },
  },
  "download-damaged": {
    severity: "error",
    message: "this {kind} is not whole: {lack}",
    remedy: "copy or export it again",
    example: { kind: "PDF", lack: "its end is missing" },
  },
  "download-encrypted": {
    severity: "error",
    message: "this PDF is encrypted, so that not everybody can open it or have it read aloud",
    remedy: "export it again without a password and without restrictions",
    example: {},
  },
  "download-active": {
    severity: "error",
    message: "this {kind} holds {part}, which nobody should be asked to open",
    remedy: "export it again without that; plain PDF has none",
    example: { kind: "DOCX", part: "macros" },
  },
  "download-not-utf-8": {
    severity: "error",
    message: "this {kind} is not UTF-8 text, so that its letters come out wrong elsewhere",
    remedy: "save it again with the encoding UTF-8 (in Excel “CSV UTF-8”)",
    example: { kind: "CSV" },
  },
  "download-columns": {
    severity: "error",
    message: "this row has {count} columns, and the first one has {columns}",
    remedy: 'give it as many; a field with a comma in it stands between two `"`',
    example: { count: "4", columns: "3" },
  },
  "download-lost": {
    severity: "error",
    message: "the file `{address}` was published, and it is gone",
    remedy:
      "put it back as {path}, or a newer one under this name; if nobody may have it any more, delete this line",
    example: { address: "/downloads/programme.pdf", path: "assets/downloads/programme.pdf" },
  },
  "download-unused": {
    severity: "warning",
    message: "no page links to this file, so that it is not published",
    remedy: "link to it with `[words]({written})`, or remove it",
    example: { written: href },
  },
} as const satisfies Rules;

/** What is wrong with a file for downloading, or with a link to one. */
export const downloadFault = faultsOf(downloadRules);
