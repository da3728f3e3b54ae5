/**
 * Links to the other language lead to the section or point that was read last: both
 * languages share their ids. Where it is not there, they lead to the top.
 *
 * The links stand at the top. What somebody passes on the way there is not what was
 * read, and neither is the top itself: a place counts once it was stayed at.
 */
const links = document.querySelectorAll("a[data-version]");
const STAY = 1000;
let staying;

/** Until something was read, what the address names. */
lead(/^#[sp]-/.test(location.hash) ? location.hash : "");

document.addEventListener("reading:place", ({ detail }) => {
  clearTimeout(staying);
  if (detail) staying = setTimeout(() => lead(`#${detail}`), STAY);
});

function lead(place) {
  for (const link of links) link.hash = place;
}
