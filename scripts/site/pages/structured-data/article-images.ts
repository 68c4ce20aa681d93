import type { Entry } from "../../../content/entry.ts";
import { absoluteAddress } from "../../../lib/addresses.ts";
import { otherLanguage } from "../../../lib/languages.ts";
import { licencePage } from "../../../outputs/small-texts.ts";
import { imageNode, type JsonLdNode } from "../../../outputs/structured-data.ts";
import { absolutePicture } from "../absolute-picture.ts";
import { leadPhotograph } from "../lead-photograph.ts";
import { measuredPhotograph } from "../measured-photograph.ts";
import type { SiteContext } from "../site-context.ts";
import type { SiteLists } from "../site-lists.ts";

/** Width by height, as https://developers.google.com/search/docs/appearance/structured-data/article asks. */
const shapes = [1, 4 / 3, 16 / 9];

/** The photograph of an article in each shape, cut around its focal point; none where it has none. */
export function articleImages(
  article: Entry,
  context: SiteContext,
  lists: SiteLists,
): JsonLdNode[] {
  const { language } = article;
  const photo = leadPhotograph(article, context);
  if (!photo) return [];
  const { record } = measuredPhotograph(photo, context);
  const credits =
    lists.entry(language, "credits") ?? lists.entry(otherLanguage(language), "credits");
  const terms = credits && absoluteAddress(credits.address, context);
  return shapes.map((shape) => {
    const { src, width, height } = absolutePicture(photo, language, context, shape);
    return imageNode({
      url: src,
      width,
      height,
      caption: record.caption[language],
      credit: record.credit[language],
      licence: licencePage(record.licence) ?? terms,
      terms,
    });
  });
}
