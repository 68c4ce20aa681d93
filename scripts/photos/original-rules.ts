import type { Rules } from "../lib/rule.ts";

const photo = "assets/photos/huangpu-river.jpg";

/** What can be wrong with the file of a photograph. */
export const originalRules = {
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
  "photo-unused": {
    severity: "warning",
    message: "no page shows this photograph",
    remedy: "use it, or remove it and its record",
    example: {},
  },
} as const satisfies Rules;
