/** The form's fields that belong to a language, beside its body. */

/** The form that a surface is part of. */
export const formOf = (surface) => surface.textarea.form;

/** Fields of the rows below the form: "contributors-0-affiliation_en". */
const ROW = /-/;

/** Inputs for texts of the surface's language: headline, kicker, summary … by name. */
export function fieldsOf(surface) {
  const ending = `_${surface.language}`;
  const body = surface.textarea.name;
  const texts = [...formOf(surface).elements].filter(
    (field) => isText(field) && field.name.endsWith(ending) && field.name !== body && !ROW.test(field.name),
  );
  return new Map(texts.map((field) => [field.name.slice(0, -ending.length), field]));
}

const isText = (field) => field.tagName === "TEXTAREA" || field.type === "text";

/** Their values by name. */
export function textsOf(surface) {
  return Object.fromEntries([...fieldsOf(surface)].map(([name, field]) => [name, field.value]));
}

/** Fill a field as if somebody had typed into it. */
export function fill(field, value) {
  field.value = value;
  for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
}

/** Put back texts that were kept. */
export function fillTexts(surface, texts) {
  const fields = fieldsOf(surface);
  for (const [name, value] of Object.entries(texts ?? {})) {
    if (fields.has(name) && fields.get(name).value !== value) fill(fields.get(name), value);
  }
}

/** What a manuscript says of itself goes into fields that are still empty. */
export function fillFields(surface, { headline, kicker, date, precision }) {
  const fields = fieldsOf(surface);
  const { displayed_date: day, date_precision: exactness } = formOf(surface).elements;
  if (day && !day.value && date && exactness && precision) fill(exactness, precision);
  const found = [[fields.get("headline"), headline], [fields.get("kicker"), kicker], [day, date]];
  for (const [field, value] of found) if (field && value && !field.value) fill(field, value);
}
