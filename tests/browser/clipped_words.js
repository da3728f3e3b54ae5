/* Words of which a reader sees a part only: lines that leave the window sideways, that
   an ancestor cuts off, or that lie on each other. Not meant: what scrolls in a region
   of its own, words for screen readers alone, in a box of a pixel, and whole lines that
   a drawing leaves out, such as a cover that has no room for its author. */
() => {
  /* Rooms for the letters in their boxes differ: Naskh needs more above and below than
     its letters take, and a tight heading lets boxes touch. This share of a box's height
     is taken off at either end, which leaves what the letters' bodies fill. */
  const SLACK = 0.24;
  const TOLERANCE = 2;
  const found = [];

  const cuts = (value) => value === "hidden" || value === "clip";

  const scrolls = (value) => value === "auto" || value === "scroll";

  /* The boxes around an element beyond which something does not show. */
  const framesOf = (start) => {
    const frames = [];
    for (let each = start; each && each !== document.body; each = each.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(each);
      if (overflowX === "visible" && overflowY === "visible") continue;
      frames.push({ overflowX, overflowY, box: each.getBoundingClientRect() });
    }
    return frames;
  };

  const isForEars = (frames) =>
    frames.some(({ overflowX, box }) => cuts(overflowX) && box.width <= 1.5);

  const body = (rect) => ({
    left: rect.left,
    right: rect.right,
    top: rect.top + rect.height * SLACK,
    bottom: rect.bottom - rect.height * SLACK,
  });

  const common = (one, other) => ({
    left: Math.max(one.left, other.left),
    right: Math.min(one.right, other.right),
    top: Math.max(one.top, other.top),
    bottom: Math.min(one.bottom, other.bottom),
  });

  const isSeen = (area, least = 0) =>
    area.right - area.left > least && area.bottom - area.top > least;

  const leavesAcross = (line, box) =>
    line.left < box.left - TOLERANCE || line.right > box.right + TOLERANCE;

  const leavesAlong = (line, box) =>
    line.top < box.top - TOLERANCE || line.bottom > box.bottom + TOLERANCE;

  const fate = (line, frames, isDrawing) => {
    for (const { overflowX, overflowY, box } of frames) {
      const isCut =
        (cuts(overflowX) && leavesAcross(line, box)) ||
        (cuts(overflowY) && leavesAlong(line, box));
      if (isCut) return isDrawing && !isSeen(common(line, box)) ? "" : "cut off";
      if (scrolls(overflowX)) return "";
    }
    const window = { left: 0, right: document.documentElement.clientWidth };
    return leavesAcross(line, window) ? "outside the window" : "";
  };

  const linesOf = (node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].map(body);
  };

  const judgePairs = (lines) => {
    lines.sort((one, other) => one.area.top - other.area.top);
    lines.forEach(({ area, words }, place) => {
      for (let next = place + 1; lines[next]?.area.top < area.bottom; next += 1) {
        const other = lines[next];
        if (!isSeen(common(area, other.area), TOLERANCE)) continue;
        found.push(`on each other: ${words} / ${other.words}`);
      }
    });
  };

  const judgeNode = (node, frames) => {
    const words = node.data.trim().slice(0, 30);
    const isDrawing = node.parentElement.closest("[aria-hidden=true]");
    return linesOf(node).map((line) => {
      const verdict = fate(line, frames, isDrawing);
      if (verdict) found.push(`${verdict}: ${words}`);
      const area = frames.reduce((rest, { box }) => common(rest, box), line);
      return { area, words };
    });
  };

  const all = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility({ visibilityProperty: true })) continue;
    const frames = framesOf(element);
    if (!isForEars(frames)) all.push(...judgeNode(node, frames));
  }
  judgePairs(all.filter(({ area }) => isSeen(area)));
  return found;
}
