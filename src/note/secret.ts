/** Secrets, and what reaches people in private, in a text: found before anybody publishes it. */

export type SecretKind =
  | 'slack-token'
  | 'slack-webhook'
  | 'discord-token'
  | 'discord-webhook'
  | 'github-token'
  | 'gitlab-token'
  | 'aws-key'
  | 'google-key'
  | 'stripe-key'
  | 'npm-token'
  | 'ai-key'
  | 'private-key'
  | 'jwt'
  | 'password'
  | 'address-password'
  | 'email'
  | 'phone';

interface Sign {
  readonly kind: SecretKind;
  /** Where there is a group called `secret`, that is it, and not all that is found. */
  readonly pattern: RegExp;
}

/** In the order in which they are looked for: what one has found no other does. Every repetition has an end. */
const signs: readonly Sign[] = [
  {
    kind: 'private-key',
    pattern:
      /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----(?:(?:[^-]|-(?!----)){1,8000}-----END [A-Z ]{0,40}PRIVATE KEY-----)?/gu,
  },
  { kind: 'slack-webhook', pattern: /hooks\.slack\.com\/(?:services|workflows|triggers)\/[\w/-]{8,200}/gu },
  {
    kind: 'discord-webhook',
    pattern: /discord(?:app)?\.com\/api\/(?:v\d{1,2}\/)?webhooks\/\d{15,22}\/[\w-]{20,120}/gu,
  },
  { kind: 'slack-token', pattern: /\bx(?:ox[abeoprs]|app|wfp)-[\w-]{10,250}/gu },
  { kind: 'discord-token', pattern: /\b[MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,40}\b/gu },
  { kind: 'github-token', pattern: /\b(?:gh[oprsu]_\w{30,255}|github_pat_\w{20,255})/gu },
  { kind: 'gitlab-token', pattern: /\bgl(?:pat|ptt|rt|dt)-[\w-]{20,100}/gu },
  { kind: 'aws-key', pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/gu },
  { kind: 'google-key', pattern: /\bAIza[\w-]{35}/gu },
  { kind: 'stripe-key', pattern: /\b[rs]k_(?:live|test)_\w{16,200}/gu },
  { kind: 'npm-token', pattern: /\bnpm_[A-Za-z0-9]{36}\b/gu },
  { kind: 'ai-key', pattern: /\bsk-(?:ant-|proj-|svcacct-)?[\w-]{20,200}/gu },
  { kind: 'jwt', pattern: /\beyJ[\w-]{10,1000}\.eyJ[\w-]{10,2000}\.[\w-]{10,1000}/gu },
  {
    kind: 'address-password',
    pattern: /\b[a-z][a-z\d+.-]{1,20}:\/\/[\w.~%!$&*+=-]{0,100}:(?<secret>[\w.~%!$&*+=:#?^-]{1,200})@/giu,
  },
  {
    kind: 'password',
    // The value is taken whole: what is called or looked up there is code, and no value.
    pattern:
      /(?:password|passwd|passphrase|api[_-]?key|secret[_-]?key|access[_-]?token|client[_-]?secret|パスワード|暗証番号)["'\x60]?[ \t\u3000]{0,3}[:=：＝][ \t\u3000]{0,3}["'\x60「]?(?=(?<secret>[^\s"'\x60「」、。,;<>(){}$|[\]]{4,200}))\k<secret>(?![([])/giu,
  },
  {
    kind: 'password',
    pattern:
      /(?:\bpassword[ \t]{1,3}is|パスワード[ \t]?は)[ \t\u3000]{0,3}["'\x60「]?(?<secret>(?=[!-~]{0,40}\d)[\w!#%&*+/=?@^~-]{4,200})/giu,
  },
  {
    kind: 'email',
    // Several without a space between them are one.
    pattern:
      /(?<![\w.+-])[\w.+-]{1,64}@(?:[a-z\d-]{1,63}\.){1,5}[a-z]{2,24}\b(?:[.+-][\w.+-]{0,63}@(?:[a-z\d-]{1,63}\.){1,5}[a-z]{2,24}\b){0,20}/giu,
  },
  {
    kind: 'phone',
    pattern:
      /(?:\+\d{1,3}[ -](?:\(?\d{1,4}\)?[ -]){1,4}\d{2,4}|(?<![\w.:/#-])0\d{1,3}-\d{2,4}-\d{4})(?![\w.:/-])/gu,
  },
];

/** Where in a text something is, and what it is. */
export interface Found {
  readonly kind: SecretKind;
  readonly from: number;
  readonly to: number;
}

/** One of these is in each of them: most of what people say has none, and is looked at once instead of as often as there are signs. */
const suspicious = /[-_@.:=+：＝]|AKIA|ASIA|AIza|password|パスワード/iu;

/** Never over each other, in the order of the text. */
export function secretsIn(text: string): readonly Found[] {
  if (!suspicious.test(text)) return [];
  const found: Found[] = [];
  let rest = text;
  for (const { kind, pattern } of signs)
    rest = rest.replaceAll(pattern, (all: string, ...about: readonly unknown[]) => {
      const { secret, at } = matched(all, about);
      if (!isMeant(kind, secret)) return all;
      const within = all.lastIndexOf(secret);
      found.push({ kind, from: at + within, to: at + within + secret.length });
      return all.slice(0, within) + ' '.repeat(secret.length) + all.slice(within + secret.length);
    });
  return found.toSorted((one, other) => one.from - other.from);
}

/** What `replaceAll` tells: the groups' texts, the offset, the whole text, and the groups by name, if there are any. */
function matched(all: string, about: readonly unknown[]): { readonly secret: string; readonly at: number } {
  const at = about.find((each) => typeof each === 'number') ?? 0;
  const groups = about.at(-1);
  const isNamed = typeof groups === 'object' && groups !== null && 'secret' in groups;
  return { secret: isNamed ? String(groups.secret) : all, at };
}

/** Addresses that are made for examples reach nobody. */
const exampleAddress = /@(?:[\w-]+\.)*(?:example\.(?:com|net|org|jp)|example|invalid|test)$/iu;

/** Words that stand where a password would, in instructions and in programs. */
const noPassword =
  /^(?:[*x•＊.…-]+|password|passwd|secret|none|null|nil|undefined|true|false|required|optional|string|str|text|token|必須|不要|任意|なし|(?:process\.env|os\.environ|env|config|settings|secrets|this|self)\..*|です.*)$/iu;

function isMeant(kind: SecretKind, secret: string): boolean {
  if (kind === 'email') return !exampleAddress.test(secret);
  if (kind === 'password' || kind === 'address-password') return !noPassword.test(secret);
  return true;
}
