/** Numbers in the digits that the house chose for a language. */

const ZERO = { latin: 0x30, arabic: 0x660 };

/** `text` with its Latin digits replaced by the house's. */
export function digits(text, language, config) {
  const zero = ZERO[config.digits?.[language]] ?? ZERO.latin;
  return String(text).replace(/[0-9]/g, (digit) => String.fromCodePoint(zero + Number(digit)));
}
