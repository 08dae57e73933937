// What may become a personal identity number is not sent while one types, and no address has it. This sees more than the
// server's rule does (data/identity_numbers.py), which has the last word on what is sent at last: both are held to the same
// cases. Scripts that send what is typed send nothing where this one has not come.
(() => {
  "use strict";
  const LEAST = 5; // digits: a year is nobody's, and a month with it nearly so
  const PHONE = 10; // digits of a telephone number from its plus on, at least
  const RUN = /\d+(?:[^\p{L}\p{N}§]{1,8}\d+)*/gu;
  const ONE = /(^|\D)((?:18|19|20)?\d\d([-./ ]?)\d\d\3\d\d)(?:\s?[-+]\s?\d{3,4}|[ \u00a0]\d{4})(?!\d|\/(?:19|20)\d\d)/;
  const IN_A_ROW = /(^|\D)((?:18|19)\d{6})\d{3,4}(?!\d)/;
  const SHORT = /(^|\D)((?!0|46)\d{6})\d{3,4}(?!\d)/; // while one types it may be the beginning of a longer number

  // The date as it is said, in other orders: ”1/1 1980-1234”, ”1 januari 1980 1234”, ”1980-1-1-1234”.
  const NAME =
    "(?:jan|feb|mar|apr|ma[jy]|jun|jul|aug|sep|o[ck]t|nov|de[ck]|tammi|helmi|maalis|huhti|touko|kes[aä]|hein[aä]|elo|syys|loka|marras|joulu)[a-zäåö]*";
  const BETWEEN = "(?:\\s?[-./,]\\s?|\\s)";
  const YEAR = "(?:18|19|20)\\d\\d";
  const SAID = [
    `\\d{1,2}(?::?[ae]|st|nd|rd|th)?\\.?${BETWEEN}(?:\\d{1,2}|${NAME})\\.?${BETWEEN}${YEAR}`,
    `${NAME}\\.?\\s\\d{1,2}(?:st|nd|rd|th)?,?\\s${YEAR}`,
    `${YEAR}[-./ ](?:\\d{1,2}|${NAME})[-./ ]\\d{1,2}`,
    `\\d{4}${YEAR}`,
    "\\d\\d[-./]\\d\\d[-./]\\d\\d",
  ].join("|");
  const BEGUN = new RegExp(`(?:${SAID})[^\\p{L}\\d]{1,3}\\d`, "iu");
  const BY_DAY = new RegExp(`(^|[^\\d§./:,+-])(${SAID})\\s?[-+]{1,2}\\s?(\\d{3,4})(?!\\d|[-./:]\\d)`, "i");

  function value(char) {
    let zero = char.codePointAt(0);
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String((char.codePointAt(0) - zero) % 10);
  }

  // As one who reads it aloud takes it: digits of any script alike, nothing for what has no look.
  function read(text) {
    return text
      .replace(/%(?:25)*([0-7][0-9a-f])/gi, (_, code) => String.fromCharCode(parseInt(code, 16))) // as an address has it
      .normalize("NFKD")
      .replace(/[\p{M}\p{Cf}\p{Cs}\p{Co}]/gu, "")
      .replace(/\p{Nd}/gu, value)
      .replace(/[\u2010-\u2015\u2212\u2043]/gu, "-")
      .replace(/[0-9oOlI]+/gu, (group) => (/\d/.test(group) ? group.replace(/o/gi, "0").replace(/[lI]/g, "1") : group));
  }

  // Whether digits may begin a date of birth: the day of a coordination number is sixty more.
  function begins(digits) {
    const [month, day] = [digits.slice(2, 4), digits.slice(4, 6)];
    if (month > "12" || (month.length === 1 && month > "1")) return false;
    if (day.length < 2) return !/[45]/.test(day);
    return day >= "60" ? day <= "91" : day >= "01" && day <= "31" && month !== "00";
  }

  function isBirth(digits) {
    return digits.length >= LEAST && (begins(digits) || (/^(18|19|20)/.test(digits) && begins(digits.slice(2))));
  }

  function isDate(digits) {
    const [year, month, day] = [digits.slice(0, -4) || "20", digits.slice(-4, -2), Number(digits.slice(-2))];
    const date = new Date(Date.UTC(year.length === 2 ? `20${year}` : year, month - 1, day > 60 ? day - 60 : day));
    return date.getUTCMonth() === month - 1 && date.getUTCDate() === (day > 60 ? day - 60 : day);
  }

  // A date and a time of our century, as machines write them.
  const isStamp = (written) => /^20/.test(written) && /[ \u00a0]([01]\d|2[0-3])[0-5]\d$/.test(written);

  function mayBecome(text) {
    const plain = read(text);
    if (BEGUN.test(plain)) return true;
    for (const { 0: run, index } of plain.matchAll(RUN)) {
      if (/\p{L}{2,5}[ -]?$/u.test(plain.slice(0, index)) && /^(19|20)\d\d\s?\/\s?\d*$/.test(run)) continue; // a case
      if (/^(19|20)\d\d\s?\/\s?\d{3,}$/.test(run)) continue;
      const groups = run.match(/\d+/g);
      let phone = /(^|[^\d\s])\s*\+\(?$/.test(plain.slice(0, index)) ? PHONE : 0;
      while (phone > 0 && groups.length) phone -= groups.shift().length;
      if (groups.some((_, at) => isBirth(groups.slice(at).join("").slice(0, 12)))) return true;
    }
    return false;
  }

  // Which of day and month comes first differs. From a day to a year is no number.
  function isSaid(date, last) {
    const rest = date.replace(/(18|19|20)\d\d$/, "");
    const small = rest === date ? date.replace(/^(18|19|20)\d\d/, "") : rest;
    const [one, two = 1] = small.match(/\d{1,2}/g).map(Number);
    const [month, day] = [Math.min(one, two), Math.max(one, two)];
    return !/^(1[89]|20)\d\d$/.test(last) && month >= 1 && month <= 12 && (day <= 31 || (day > 60 && day <= 91));
  }

  // One of the last four is missing; in a row with the date nine or eleven digits are there.
  function isUnfinished(match) {
    const last = match[0].match(/\d+$/)[0].length;
    return last === 3 || last === 11 || last === 9;
  }

  function firstOf(text, typing) {
    const match = ONE.exec(text) ?? IN_A_ROW.exec(text) ?? (typing ? null : SHORT.exec(text));
    if (match && isDate(match[2].replace(/\D/g, "")) && !isStamp(match[0])) return match;
    const said = BY_DAY.exec(text);
    return said && isSaid(said[2], said[3]) ? said : null;
  }

  // The text without a number that is plainly one, finished or not but for its last digit; null where there is none.
  function without(text, finished = false) {
    const match = firstOf(text, finished);
    if (!match || (finished && isUnfinished(match))) return null;
    const start = match.index + match[1].length;
    const before = text.slice(0, start).normalize("NFKD").replace(/\p{M}/gu, "");
    if (/[/+]$|(?:https?:|www\.|utm_|clid=)\S*$/i.test(before) || new RegExp(`(?:^|[^a-z])(?:${document.body.dataset.labels})[^0-9]{0,20}$`, "i").test(before)) return null;
    const rest = `${text.slice(0, start)}…${text.slice(match.index + match[0].length)}`;
    return /[\p{L}\p{N}]/u.test(rest) ? rest : "";
  }

  // A number that is sent at last is taken out here already: the address of the answer says why.
  function notice(form) {
    const hidden = Object.assign(document.createElement("input"), { type: "hidden", name: "notis", value: "personnummer" });
    form.append(hidden);
    setTimeout(() => hidden.remove());
  }

  document.addEventListener("submit", (event) => {
    for (const field of event.target.querySelectorAll("[name=q], [name=vad], [name=period]")) {
      const rest = without(field.value);
      if (rest === null) continue;
      field.value = rest;
      notice(event.target);
    }
  }, true);

  window.numbers = { mayBecome, without };
})();
