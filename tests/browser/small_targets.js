/* Controls smaller than 24 CSS pixels either way, except those inside a sentence
   (WCAG 2.2, 2.5.8). */
() => {
  const blockOf = (element) => {
    let block = element.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    return block;
  };

  const isInSentence = (element) =>
    getComputedStyle(element).display === "inline" &&
    blockOf(element).innerText.trim() !== element.innerText.trim();

  const isSmall = (element) => {
    const box = element.getBoundingClientRect();
    return Math.min(box.width, box.height) < 24;
  };

  return [...document.querySelectorAll("a, button, summary, input, select")]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => !isInSentence(element) && isSmall(element))
    .map((element) => element.outerHTML.slice(0, 120));
}
