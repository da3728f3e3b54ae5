// Making and using passkeys (WebAuthn). A form with `data-passkey` holds the options of
// the server as JSON; what the browser answers goes into its field `credential`.

const bytes = (text) => Uint8Array.from(
  atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0),
);

const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
  .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

const known = (credentials = []) => credentials.map(
  (credential) => ({ ...credential, id: bytes(credential.id) }),
);

// The options as the browser takes them: bytes in place of text.
function options({ publicKey }, kind) {
  const shared = { ...publicKey, challenge: bytes(publicKey.challenge) };
  if (kind === "get") {
    return { publicKey: { ...shared, allowCredentials: known(shared.allowCredentials) } };
  }
  const user = { ...shared.user, id: bytes(shared.user.id) };
  return { publicKey: { ...shared, user, excludeCredentials: known(shared.excludeCredentials) } };
}

// The answer as the server takes it: text in place of bytes.
function answer(credential) {
  const response = {};
  const parts = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
  for (const part of parts) {
    if (credential.response[part]) response[part] = text(credential.response[part]);
  }
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response,
    clientExtensionResults: credential.getClientExtensionResults(),
  };
}

async function ask(form) {
  const kind = form.dataset.passkey;
  const given = JSON.parse(form.querySelector("script[type='application/json']").textContent);
  const credential = await navigator.credentials[kind](options(given, kind));
  form.elements.credential.value = JSON.stringify(answer(credential));
}

function prepare(form) {
  const failed = form.querySelector(".passkey-failed");
  form.hidden = false;
  form.querySelector("[type=submit]").disabled = false;
  form.querySelector(".passkey-missing")?.remove();
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    failed.hidden = true;
    try {
      await ask(form);
      form.submit();
    } catch {
      failed.textContent = form.dataset.failed;
      failed.hidden = false;
    }
  });
}

if (window.PublicKeyCredential) {
  document.querySelectorAll("form[data-passkey]").forEach(prepare);
}
