/**
 * Links to the other language lead to the section or point that is being read: both
 * languages share their ids. Where it is not there, they lead to the top.
 */
const links = document.querySelectorAll("a[data-version]");

/** Where the contents say that the reader is; until they do, what the address names. */
let place = /^#[sp]-/.test(location.hash) ? location.hash : "";
lead();

document.addEventListener("reading:place", ({ detail }) => {
  place = detail && `#${detail}`;
  lead();
});

function lead() {
  for (const link of links) link.hash = place;
}
