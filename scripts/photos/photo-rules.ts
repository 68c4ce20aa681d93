import type { Rules } from "../lib/rule.ts";

const photo = "assets/photos/huangpu-river.jpg";
const record = "assets/photos/huangpu-river.yaml";

/** What can be wrong with photographs, their records and the places that use them. */
export const photoRules = {
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
    message: "`{written}` is a path as Windows writes it",
    remedy: "write it with forward slashes from this file on: `{sample}`",
    example: {
      written: "..\\..\\assets\\photos\\river.jpg",
      sample: "../../assets/photos/river.jpg",
    },
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
  "photo-not-a-file": {
    severity: "error",
    message: "{path} is {kind}, not a photograph",
    remedy: "name the photograph's file itself",
    example: { path: "assets/photos/2026", kind: "a folder" },
  },
  "photo-unreadable": {
    severity: "error",
    message: "{path} cannot be read",
    remedy: "correct the file's permissions, or copy the photograph again",
    example: { path: photo },
  },
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
  "photo-damaged": {
    severity: "error",
    message: "{path} is a damaged or truncated {kind}: a part of the picture cannot be read",
    remedy: "copy or export the photograph again",
    example: { path: photo, kind: "JPEG" },
  },
  "photo-no-record": {
    severity: "error",
    message: "{path} has no record beside it",
    remedy: "create {record} with the keys `alt`, `caption`, `credit`, `licence` and `focus`",
    example: { path: photo, record },
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
  "record-unreadable": {
    severity: "error",
    message: "this record of a photograph cannot be read",
    remedy: "correct the file's permissions",
    example: {},
  },
  "record-not-utf-8": {
    severity: "error",
    message: "this record of a photograph is not UTF-8 text",
    remedy: "open it in your editor and save it again with the encoding UTF-8",
    example: {},
  },
  "licence-form": {
    severity: "error",
    message: "`{found}` is not the identifier of a licence",
    remedy:
      "write one of the SPDX list, such as `CC0-1.0` or `CC-BY-4.0`, or `LicenseRef-` and a name",
    example: { found: "public domain" },
  },
  "photo-unused": {
    severity: "warning",
    message: "no page shows this photograph",
    remedy: "use it, or remove it and its record",
    example: {},
  },
  "record-unused": {
    severity: "warning",
    message: "this record has no photograph beside it",
    remedy: "give both the same name, or remove the record",
    example: {},
  },
} as const satisfies Rules;
