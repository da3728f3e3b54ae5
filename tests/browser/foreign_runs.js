/* What a page fails to tell a screen reader, and the bidirectional algorithm, of its
   texts. Words of two or more letters must stand in an element whose `lang` is of their
   script; attributes that are read aloud may hold them between isolate characters.
   In right-to-left blocks, signed numbers, spaced numbers and names such as C++ must
   stand in an inline element that isolates them and runs left to right. Not meant: a
   hyphen after a digit or a letter, as in 2023-2024 and A-6. */
() => {
  const WORDS = {
    Arab: /\p{Script=Arabic}[\p{Script=Arabic}\p{M}]+/gu,
    Latn: /\p{Script=Latin}[\p{Script=Latin}\p{M}]+/gu,
  };
  const TURNED =
    /(?<![\p{L}\p{N}])[+\-−]\d[\d.,]*%?|\d+(?: \d+)+|\p{Script=Latin}[+#]+/gu;
  const SPOKEN = ["alt", "title", "aria-label", "placeholder"];
  const ISOLATED = /[\u2066-\u2068][^\u2069]*\u2069/g;
  const found = [];

  const scriptOf = (language) => new Intl.Locale(language).maximize().script;

  const judgeWords = (text, element) => {
    const language = element.closest("[lang]")?.lang || "en";
    for (const [script, words] of Object.entries(WORDS)) {
      if (script === scriptOf(language)) continue;
      for (const [run] of text.matchAll(words)) found.push(`${language}: ${run}`);
    }
  };

  const isSafe = (start) => {
    for (let element = start; element; element = element.parentElement) {
      const style = getComputedStyle(element);
      if (!style.display.startsWith("inline")) return style.direction === "ltr";
      const isolates = style.unicodeBidi.startsWith("isolate");
      if (isolates && style.direction === "ltr") return true;
    }
    return true;
  };

  const judgeOrder = (text, element) => {
    for (const [run] of text.matchAll(TURNED)) {
      if (!isSafe(element)) found.push(`turned: ${run}`);
    }
  };

  const judge = (text, element) => {
    judgeWords(text.replace(ISOLATED, ""), element);
    judgeOrder(text.replace(ISOLATED, ""), element);
  };

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!element.matches("script, style")) judge(walker.currentNode.data, element);
  }
  for (const element of document.body.querySelectorAll("*")) {
    for (const name of SPOKEN) {
      const words = element.getAttribute(name) ?? "";
      judgeWords(words.replace(ISOLATED, ""), element);
    }
  }
  judgeWords(document.title.replace(ISOLATED, ""), document.documentElement);
  return found;
}
