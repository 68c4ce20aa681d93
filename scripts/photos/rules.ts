import { faultsOf, type Rules } from "../problems/problem.ts";

const photo = "assets/photos/huangpu-river.jpg";

/** What can be wrong with the file of a photograph. */
const originalRules = {
  "photo-empty": {
    severity: "error",
    message: "{path} is empty (0 bytes)",
    remedy: "copy or export the photograph again",
    example: { path: photo },
  },
  "photo-too-large": {
    severity: "error",
    message: "{path} has {size}, and {limit} is the most a photograph may have",
    remedy: "export it smaller; 3840 pixels are wide enough for every page",
    example: { path: photo, size: "12000 × 9000 pixels", limit: "100 megapixels" },
  },
  "photo-too-high": {
    severity: "error",
    message: "{path} is {height} pixels high, and {limit} is the most that can be published",
    remedy: "crop it, or export it smaller, to at most {limit} pixels of height",
    example: { path: photo, height: "16900", limit: "16383" },
  },
  "photo-format": {
    severity: "error",
    message: "{path} is {kind}, which cannot be used as a photograph",
    remedy: "export the picture as JPEG and put that file in its place",
    example: { path: photo, kind: "a GIF" },
  },
  "photo-drawing": {
    severity: "error",
    message: "{path} is an SVG drawing, not a photograph",
    remedy: "put drawings into `assets/icons/`, or export the picture as JPEG",
    example: { path: photo },
  },
  "photo-html": {
    severity: "error",
    message: "{path} is an HTML page, not a photograph",
    remedy: "download the photograph itself and put it in the file's place",
    example: { path: photo },
  },
  "photo-lfs-pointer": {
    severity: "error",
    message: "{path} is a Git LFS pointer, not the photograph itself",
    remedy: "run `git lfs pull` to fetch the photograph",
    example: { path: photo },
  },
  "photo-heic": {
    severity: "error",
    message: "{path} is a HEIC picture, which most browsers cannot show",
    remedy: "export it as JPEG (on an iPhone: Settings, Camera, Formats, Most Compatible)",
    example: { path: photo },
  },
  "photo-animated": {
    severity: "error",
    message: "{path} is {kind}, not one still picture",
    remedy: "export one of its pictures as JPEG",
    example: { path: photo, kind: "an animated WebP" },
  },
  "photo-cmyk": {
    severity: "error",
    message: "{path} is made for print (CMYK) without a colour profile, so its colours are unknown",
    remedy: "export it as sRGB, or with its colour profile embedded",
    example: { path: photo },
  },
  "photo-colours": {
    severity: "error",
    message: "{path} says by {means} that its colours are not sRGB, which the build cannot read",
    remedy: "export it as sRGB",
    example: { path: photo, means: "cICP" },
  },
  "photo-damaged": {
    severity: "error",
    message: "{path} is a damaged or truncated {kind}: a part of the picture cannot be read",
    remedy: "copy or export the photograph again",
    example: { path: photo, kind: "JPEG" },
  },
  "photo-unused": {
    severity: "warning",
    message: "no page shows this photograph",
    remedy: "use it, or remove it and its record",
    example: {},
  },
} as const satisfies Rules;

/** What can be wrong with a place that names a photograph. */
const photoUseRules = {
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
    remedy: "put it into `assets/photos/` with a record, if it is not there, and write `{sample}`",
    example: { sample: "../../assets/photos/river.jpg" },
  },
  "photo-absolute": {
    severity: "error",
    message: "`{written}` is an absolute path",
    remedy: "put it into `assets/photos/` with a record, if it is not there, and write `{sample}`",
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
  "photo-other-format": {
    severity: "error",
    message: "`{written}` is {kind}, which cannot be used as a photograph",
    remedy:
      "save it as JPEG in `assets/photos/`, if its licence allows it, with a record, and write `{sample}`",
    example: {
      written: "media/river.gif",
      kind: "a GIF",
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
    remedy: "put the photograph there with a record, or correct the path",
    example: { path: photo },
  },
  "photo-missing-name": {
    severity: "error",
    message: "there is no {path}, and no photograph may have that name",
    remedy: "put it into `assets/photos/` with a record, and write `{sample}`",
    example: { path: "assets/photos/River.JPG", sample: "../../assets/photos/river.jpg" },
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
    remedy: "rename it to `{better}`, and its record to `{record}`, and write `{written}`",
    example: {
      path: "assets/photos/River Mersey.JPG",
      better: "assets/photos/river-mersey.jpg",
      record: "assets/photos/river-mersey.yaml",
      written: "../../assets/photos/river-mersey.jpg",
    },
  },
  "photo-lead-high": {
    severity: "error",
    message:
      "{path} is more than four times as high as it is wide, too high for the head of a page",
    remedy: "crop it, or show it in the text in place of `photo`",
    example: { path: photo },
  },
  "photo-small": {
    severity: "warning",
    message: "{path} is only {width} px wide as it is shown here, where there is room for {widest}",
    remedy:
      "put a larger version in its place, if there is one: a file {best} px wide is sharp on every screen",
    example: { path: photo, width: "640", widest: "1256", best: "2512" },
  },
  "photo-not-a-file": {
    severity: "error",
    message: "{path} is {kind}, not a photograph",
    remedy: "name the photograph's file itself",
    example: { path: "assets/photos/2026", kind: "a folder" },
  },
} as const satisfies Rules;

const record = "assets/photos/huangpu-river.yaml";

/** What can be wrong with the record of a photograph. */
const recordRules = {
  "photo-no-record": {
    severity: "error",
    message: "{path} has no record beside it",
    remedy: "create {record} with the keys `alt`, `caption`, `credit`, `licence` and `focus`",
    example: { path: photo, record },
  },
  "record-shared": {
    severity: "error",
    message: "{record} is the record of {path} and of {other} at once",
    remedy: "rename one of the two photographs, and give it a record of its own",
    example: { path: photo, other: "assets/photos/huangpu-river.png", record },
  },
  "photo-no-alt": {
    severity: "error",
    message: "{path} has no alternative text in {language}",
    remedy: "say what it shows here, or under `alt` and `{key}` in {record}",
    example: { path: photo, language: "Chinese", key: "zh", record },
  },
  "record-empty": {
    severity: "error",
    message: "this record of a photograph has no keys",
    remedy: "write the keys `alt`, `caption`, `credit`, `licence` and `focus`",
    example: {},
  },
  "licence-form": {
    severity: "error",
    message: "`{found}` is not the identifier of a licence",
    remedy:
      "write one of the SPDX list, such as `CC0-1.0`, `CC-BY-4.0` or, where rights have run out, `CC-PDM-1.0`, or for other terms `LicenseRef-` and a name of letters a–z, digits and hyphens",
    example: { found: "public domain" },
  },
  "licence-misspelt": {
    severity: "error",
    message: "`{found}` is not the identifier of a licence",
    remedy: "did you mean `{nearest}`?",
    example: { found: "CC-BY", nearest: "CC-BY-4.0" },
  },
  "licence-one": {
    severity: "error",
    message: "`{found}` is more than the identifier of one licence",
    remedy: "write only that by which the photograph is shown here, such as `{one}`",
    example: { found: "MIT OR CC0-1.0", one: "CC0-1.0" },
  },
  "record-unused": {
    severity: "warning",
    message: "this record has no photograph beside it",
    remedy: "give both the same name, or remove the record",
    example: {},
  },
} as const satisfies Rules;

/** Every rule about photographs, in the order of the handbook. */
export const photoRules = { ...photoUseRules, ...originalRules, ...recordRules } as const;

/** What is wrong with a photograph, which may be said at any of its uses. */
export const photoFault = faultsOf(photoRules);
