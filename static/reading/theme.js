/**
 * The colours that a reader chose for this site: "light", "dark", or nothing for those
 * of the system. Loaded before anything is painted, so that no page flashes in the
 * wrong ones; also says on the root that scripts run, for what works with them alone.
 */
{
  const KEY = "reading-theme"; // not "theme", which is the administration's own
  const root = document.documentElement;
  const isChoice = (theme) => theme === "light" || theme === "dark";

  // A browser may refuse all storage. Then a choice holds for the page it was made on.
  const kept = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };

  const keep = (theme) => {
    try {
      if (isChoice(theme)) localStorage.setItem(KEY, theme);
      else localStorage.removeItem(KEY);
    } catch {}
  };

  const show = (theme) => {
    if (isChoice(theme)) root.dataset.theme = theme;
    else delete root.dataset.theme;
    for (const meta of document.querySelectorAll("meta[name=theme-color]")) {
      meta.dataset.media ??= meta.media;
      const fits = meta.dataset.media.includes(theme) ? "all" : "not all";
      meta.media = isChoice(theme) ? fits : meta.dataset.media;
    }
    for (const radio of document.querySelectorAll("input[name=reading-theme]"))
      radio.checked = radio.value === (root.dataset.theme ?? "");
  };

  root.dataset.scripts = "";
  show(kept());
  addEventListener("DOMContentLoaded", () => show(root.dataset.theme));
  addEventListener("change", ({ target }) => {
    if (target.name !== "reading-theme") return;
    keep(target.value);
    show(target.value);
  });
  addEventListener("storage", (change) => change.key === KEY && show(change.newValue));
  // A page that comes back out of the browser's memory may show an older choice.
  addEventListener("pageshow", (shown) => shown.persisted && show(kept()));
}
