import type { Rules } from "../lib/rule.ts";

const photo = "assets/photos/huangpu-river.jpg";

/** What can be wrong with a place that names a photograph. */
export const photoUseRules = {
  "photo-not-named": {
    severity: "error",
    message: "no photograph is named here",
    remedy: "write its path, such as `{sample}`",
    example: { sample: `../../${photo}` },
  },
  "photo-remote": {
    severity: "error",
    message: "`{written}` is a picture on another site",
    remedy:
      "if its licence allows it, save it in `assets/photos/` with a record and write `{sample}`",
    example: { written: "https://example.org/river.jpg", sample: "../../assets/photos/river.jpg" },
  },
  "photo-scheme": {
    severity: "error",
    message: "a photograph cannot be given as a `{scheme}` address",
    remedy: "save it in `assets/photos/` with a record and write `{sample}`",
    example: { scheme: "data:", sample: "../../assets/photos/river.jpg" },
  },
  "photo-backslash": {
    severity: "error",
    message: "the path of this photograph is written with backslashes, as on Windows",
    remedy: "write it with forward slashes from this file on: `{sample}`",
    example: { sample: "../../assets/photos/river.jpg" },
  },
  "photo-absolute": {
    severity: "error",
    message: "`{written}` is an absolute path",
    remedy: "write it from this file on: `{sample}`",
    example: { written: "/assets/photos/river.jpg", sample: "../../assets/photos/river.jpg" },
  },
  "photo-outside": {
    severity: "error",
    message: "`{written}` leads to {path}, outside `assets/photos/`",
    remedy: "put the photograph into `assets/photos/` with a record and write `{sample}`",
    example: {
      written: "river.jpg",
      path: "content/en/river.jpg",
      sample: "../../assets/photos/river.jpg",
    },
  },
  "photo-link": {
    severity: "error",
    message: "{path} is a symbolic link, which may lead out of `assets/photos/`",
    remedy: "put the photograph itself in the link's place",
    example: { path: photo },
  },
  "photo-missing": {
    severity: "error",
    message: "there is no {path}",
    remedy: "put the photograph there, or correct the path",
    example: { path: photo },
  },
  "photo-misspelt": {
    severity: "error",
    message: "there is no {path}",
    remedy: "did you mean `{nearest}`?",
    example: { path: "assets/photos/huangpo-river.jpg", nearest: `../../${photo}` },
  },
  "photo-letters": {
    severity: "error",
    message: "{path} is {actual} on the disk: capitals or accents differ",
    remedy: "write `{sample}`",
    example: { path: "assets/photos/River.JPG", actual: photo, sample: `../../${photo}` },
  },
  "photo-name": {
    severity: "error",
    message: "{path} has other characters than lower-case letters a–z, digits and hyphens in it",
    remedy: "{advice}",
    example: {
      path: "assets/photos/River Mersey.JPG",
      advice:
        "rename it to `assets/photos/river-mersey.jpg`, and its record to `assets/photos/river-mersey.yaml`, and write `../../assets/photos/river-mersey.jpg`",
    },
  },
  "photo-not-a-file": {
    severity: "error",
    message: "{path} is {kind}, not a photograph",
    remedy: "name the photograph's file itself",
    example: { path: "assets/photos/2026", kind: "a folder" },
  },
} as const satisfies Rules;
