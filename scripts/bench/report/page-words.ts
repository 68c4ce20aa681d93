/** The headings of the groups of cases. */
export const groupHeadings: Readonly<Record<string, string>> = {
  site: "This site",
  scale: "Many articles",
  photos: "Photographs",
  preview: "While one writes",
  served: "What visitors are sent",
};

/** What the marks in the charts are, as HTML. */
export const markKey = [
  '<svg width="28" height="12" aria-hidden="true"><g class="ours"><rect class="wall" width="13" height="12"/></g><rect class="wall" x="15" width="13" height="12"/></svg> wall time, or bytes: this project, another',
  '<svg width="28" height="5" aria-hidden="true"><rect class="cpu" width="28" height="5"/></svg> processor time',
  '<svg width="28" height="5" aria-hidden="true"><rect class="memory" width="28" height="5"/></svg> memory',
  '<svg width="28" height="12" aria-hidden="true"><line class="target" x1="14" x2="14" y1="0" y2="12"/></svg> a goal: our bar is to end before it',
];
