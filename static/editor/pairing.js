/** Which parts of two languages belong together: by their ids, else by their place. */

import { tree } from "editor/sections";

/**
 * Pairs of [own, other]; `own` is null where this language lacks the part.
 * @returns {{sections: Array, points: (own: Part, other: Part) => Array}}
 */
export function pairs(doc, other) {
  const headed = (all) => tree(all).filter((each) => each.kind !== "lead");
  return matched(headed(doc), headed(other)).flatMap(([own, its]) => [
    [own, its],
    ...(own && its ? matched(own.points, its.points) : []),
  ]);
}

/** What `doc` lacks of `other`: parts of the other one, in its order. */
export function lacking(doc, other) {
  const ids = new Set(tree(doc).flatMap((each) => [each, ...each.points]).map((each) => each.id));
  return pairs(doc, other)
    .filter(([own, its]) => !own && !(its.id && ids.has(its.id)))
    .map(([, its]) => its);
}

/** Each of `theirs` with its partner: by id, else by order between those that match. */
function matched(mine, theirs) {
  const rest = between(mine, new Set(theirs.map(identity)));
  const own = new Map(mine.map((each) => [identity(each), each]));
  let gap = "";
  return theirs.map((each) => {
    const same = identity(each) && own.get(identity(each));
    if (same) gap = identity(each);
    return [same || (rest.get(gap)?.shift() ?? null), each];
  });
}

/** A conclusion matches a conclusion, whatever its id; there is one at most. */
const identity = (part) => (part.kind === "conclusion" ? "conclusion" : part.id);

/** Parts whose id the other language does not know, by the known id before them. */
function between(parts, known) {
  const gaps = new Map();
  let gap = "";
  for (const each of parts) {
    if (identity(each) && known.has(identity(each))) gap = identity(each);
    else gaps.set(gap, [...(gaps.get(gap) ?? []), each]);
  }
  return gaps;
}

