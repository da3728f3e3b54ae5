/** What is kept in this browser: texts, an entry for each page that was opened, by item and
 *  person; and what somebody wishes to see. A browser may keep nothing. */

const OURS = "surface:";

/**
 * The entries of a person for a text of an item, or of all new items of a kind. What was
 * saved as a new item is gone from them.
 */
export function locals({ config, language }) {
  const { person, item, saved = [] } = config;
  const place = item ?? `new${location.pathname}`;
  const shelf = `${OURS}${person}:${place}:${language}:`;
  const own = shelf + unique();
  for (const { key, record } of entries(OURS)) if (saved.includes(record.draft)) remove(key);
  return {
    write: (record) => write(own, { ...record, at: Date.now() }),
    park: (record) => {
      const key = shelf + unique();
      write(key, { ...record, at: 0 });
      return key;
    },
    remove,
    others: () => entries(shelf).filter(({ key }) => key !== own),
  };
}

const wishes = new Map();

/** Whether something was wished for, here or in an earlier visit. */
export function wish(name) {
  if (!wishes.has(name)) wishes.set(name, entries(name).length > 0);
  return wishes.get(name);
}

export function setWish(name, on) {
  wishes.set(name, on);
  if (on) write(name, { at: Date.now() });
  else remove(name);
}

/** 32 signs that nobody else will make. */
export function unique() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @returns {boolean} whether the record is safe; others that are oldest make room */
function write(key, record) {
  const value = JSON.stringify(record);
  for (;;) {
    try {
      localStorage.setItem(key, value);
      return true;
    } catch {
      // It is full, or keeps nothing at all.
      const [oldest] = entries(OURS).filter((entry) => entry.key !== key);
      if (!oldest) return false;
      remove(oldest.key);
    }
  }
}

function remove(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing has nothing to remove.
  }
}

/** Entries whose key begins with `prefix`, the oldest first. */
function entries(prefix) {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    return keys.map((key) => ({ key, record: JSON.parse(localStorage[key]) })).sort((a, b) => a.record.at - b.record.at);
  } catch {
    // A browser that keeps nothing has nothing to show.
    return [];
  }
}
