/**
 * A script for a page: what has no room. Text that is clipped, text on other text, a page that can
 * be scrolled sideways. Returns a list of faults.
 */
export const squeezedText = `(() => {
  const faults = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) {
    faults.push("the page is " + root.scrollWidth + " px wide in a window of " + root.clientWidth);
  }

  // Every run of text with its lines. A fifth of a line's box on either side is air.
  const runs = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (node.data.trim() === "" || parent.closest("svg, .skip-link, style")) continue;
    if (!parent.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    let block = parent;
    while (/^(inline|contents)$/.test(getComputedStyle(block).display)) block = block.parentElement;
    const isVertical = getComputedStyle(parent).writingMode !== "horizontal-tb";
    const lines = [...range.getClientRects()].map(({ left, right, top, bottom }) => {
      const across = isVertical ? (right - left) / 5 : 1;
      const along = isVertical ? 1 : (bottom - top) / 5;
      return { left: left + across, right: right - across, top: top + along, bottom: bottom - along };
    });
    runs.push({ words: node.data.trim().slice(0, 40), parent, block, lines });
  }

  for (const { words, parent, lines } of runs) {
    for (let at = parent; at && at !== document.body; at = at.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(at);
      const edge = at.getBoundingClientRect();
      const isOut = lines.some(
        ({ left, right, top, bottom }) =>
          (/hidden|clip/.test(overflowX) && (left < edge.left - 1 || right > edge.right + 1)) ||
          (/hidden|clip/.test(overflowY) && (top < edge.top - 1 || bottom > edge.bottom + 1)),
      );
      if (isOut) faults.push(words + ": clipped by " + (at.className || at.localName));
    }
  }

  const isOver = (a, b) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  runs.forEach((one, at) => {
    for (const other of runs.slice(at + 1)) {
      if (one.block === other.block) continue;
      if (one.lines.some((line) => other.lines.some((next) => isOver(line, next)))) {
        faults.push(one.words + " lies on " + other.words);
      }
    }
  });

  // Words on a photograph must stay on the frame that they stand in.
  for (const photo of document.querySelectorAll(".screen-photo")) {
    const frame = photo.getBoundingClientRect();
    for (const { words, block, lines } of runs) {
      if (!photo.contains(block)) continue;
      const isOut = lines.some(
        ({ left, right, top, bottom }) =>
          left < frame.left || right > frame.right || top < frame.top || bottom > frame.bottom,
      );
      if (isOut) faults.push(words + ": leaves the frame of its photograph");
    }
  }
  return faults;
})()`;
