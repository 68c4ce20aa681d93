import type { UserConfig } from "@11ty/eleventy";
import type { Language } from "../lib/languages.ts";
import { type PictureModel, pictureModel } from "../photos/picture.ts";
import type { SlotName } from "../photos/slots.ts";
import type { Build } from "./build.ts";
import type { LeadPhotograph } from "./pages/lead-photograph.ts";
import { measuredPhotograph } from "./pages/measured-photograph.ts";

/** Makes a picture of a photograph in a slot, and notes which renditions that takes. */
export type MakePicture = (
  photo: LeadPhotograph,
  slot: SlotName,
  language: Language,
) => PictureModel;

/** The filter `photograph`, the one route by which layouts and Markdown come to pictures. */
export function usePhotographs(config: UserConfig, build: Build): MakePicture {
  const makePicture: MakePicture = (photo, slot, language) => {
    const { prefix, renditions } = build.context;
    const photograph = measuredPhotograph(photo, build.context);
    return pictureModel({ photograph, slot, language, alt: photo.alt, base: prefix, renditions });
  };
  config.addFilter("photograph", makePicture);
  return makePicture;
}
