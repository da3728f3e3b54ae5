/* Words that stand out too little from what lies behind them: a ratio below 4.5, or
   below 3 for large ones (WCAG 2.2, 1.4.3). */
() => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });

  const pixel = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return canvas.getImageData(0, 0, 1, 1).data;
  };

  const luminance = ([red, green, blue]) => {
    const [r, g, b] = [red, green, blue].map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };

  const behind = (start) => {
    for (let element = start; element; element = element.parentElement) {
      const colour = pixel(getComputedStyle(element).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return pixel("white");
  };

  const ratio = (element, style) => {
    const pair = [luminance(pixel(style.color)), luminance(behind(element))];
    return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
  };

  const isLarge = (style) => {
    const size = parseFloat(style.fontSize);
    return size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  };

  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const words = walker.currentNode.data.trim();
    if (!words || !element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const contrast = ratio(element, style);
    const enough = isLarge(style) ? 3 : 4.5;
    if (contrast < enough) found.push(`${words.slice(0, 30)}: ${contrast.toFixed(1)}`);
  }
  return found;
}
