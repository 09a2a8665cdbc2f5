export interface InviteLink {
  text: string;
  /** Of a link that may lead into a server of this installation. */
  code: string | null;
}

/** Where other places let people in by a link. */
const ELSEWHERE =
  /\b(?:discord\.gg|discord(?:app)?\.com\/invite|dsc\.gg|invite\.gg|guilded\.gg|(?:stt|rvlt)\.gg|t\.me\/joinchat|chat\.whatsapp\.com|join\.slack\.com\/t|signal\.group|matrix\.to)\/[#\w-][^\s<>]{0,100}|\bt\.me\/\+[^\s<>]{1,100}/gi;

/** A path of ours under whatever host, with its port: other installations invite the same way. */
const HERE = /(?<=[\p{L}\p{N}\]](?::\d{1,5})?)\/invite\/([0-9A-Za-z]{1,64})/gu;

/** Every link in a text that invites into a community. */
export function inviteLinks(plain: string): InviteLink[] {
  const elsewhere = [...plain.matchAll(ELSEWHERE)].map(([text]) => ({ text, code: null }));
  const here = [...plain.replace(ELSEWHERE, ' ').matchAll(HERE)].map(([text, code]) => ({ text, code: code ?? null }));
  return [...elsewhere, ...here];
}
