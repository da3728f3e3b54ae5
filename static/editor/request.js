/** Talking to the server: JSON both ways, and never an exception. */

const TOKEN = "csrfmiddlewaretoken";

/** The token that the page's forms carry. */
export function token() {
  return document.querySelector(`[name=${TOKEN}]`)?.value ?? "";
}

/** Put a new token into every form of the page, after somebody has logged in again. */
export function renew(value) {
  for (const input of document.querySelectorAll(`[name=${TOKEN}]`)) input.value = value;
}

/**
 * @returns {Promise<{ok: boolean, status: number, data: object}>} `status` is 0 where
 *   no answer came, and 401 where the login page answered instead.
 */
export async function request(url, options = {}) {
  try {
    const answer = await fetch(url, { credentials: "same-origin", redirect: "manual", ...options });
    if (answer.type === "opaqueredirect") return { ok: false, status: 401, data: {} };
    const data = await answer.json().catch(() => ({}));
    return { ok: answer.ok, status: answer.status, data };
  } catch {
    return { ok: false, status: 0, data: {} };
  }
}

/** GET with parameters; those without a value are left out. */
export function get(url, parameters = {}) {
  const given = Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined);
  const query = new URLSearchParams(given).toString();
  return request(query ? `${url}?${query}` : url);
}

/** POST an object as JSON. */
export function post(url, data, options = {}) {
  return request(url, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": token() },
    body: JSON.stringify(data),
    ...options,
  });
}
