/** Sentences in the language of the interface, as the page brought them. */

const config = JSON.parse(document.querySelector("#surface-config")?.textContent ?? "{}");

/** The sentence called `key`; `%(name)s` stands for a value. */
export function say(key, values = {}) {
  return filled(config.words?.[key] ?? key, values);
}

/** The sentence called `key` in the form that a number asks for. */
say.count = (key, n, values = {}) => {
  const forms = config.plurals?.[key] ?? {};
  const form = new Intl.PluralRules(config.language).select(n);
  return filled(forms[form] ?? forms.other ?? key, { n, ...values });
};

const filled = (sentence, values) => sentence.replace(/%\((\w+)\)[sd]/g, (sign, name) => values[name] ?? sign);
