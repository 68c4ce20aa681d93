/** What generated sentences are made of: a beginning, a doing, a thing and an ending each. */
export const words = {
  topics: [
    ..."quay,harbour,river,lantern,ferry,gallery,market,library,orchestra,garden".split(","),
    ..."tramway,lighthouse,theatre,schoolroom,warehouse,bridge,chart,regatta".split(","),
  ],
  kinds: [
    ..."morning,evening,winter,summer,students’,sailors’,open,joint,yearly,second".split(","),
    ..."eastern,western,little,grand,travelling,neighbours’".split(","),
  ],
  events: "walk,concert,exhibition,visit,workshop,exchange,reading,tour,fair,rehearsal".split(","),
  people: [
    "the visitors",
    "two classes of pupils",
    "the harbour pilots",
    "a group of engineers",
    "the choir",
    "volunteers from both cities",
    "the curators",
    "three generations of one family",
  ],
  doings: [
    "followed the tide to",
    "brought their sketches of",
    "wrote letters about",
    "rebuilt a model of",
    "spent a long afternoon at",
    "compared their maps of",
    "sang beside",
    "counted the ships near",
  ],
  endings: [
    "before the last ferry left",
    "while rain came in from the sea",
    "with tea for everyone who stayed",
    "as they had promised the year before",
    "and nobody hurried home",
    "under paper lanterns",
    "to the sound of a brass band",
    "and agreed to meet again in spring",
  ],
} as const;
