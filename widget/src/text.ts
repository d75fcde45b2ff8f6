/** The bot's plain text as paragraphs, lists and telephone numbers. It never becomes HTML. */

export type Block =
  | { readonly kind: "paragraph"; readonly lines: readonly string[] }
  | { readonly kind: "bullets" | "numbers"; readonly lines: readonly string[]; readonly start: number };

const BULLET = /^\s*[-–•]\s+(?<text>\S.*)$/;
const NUMBERED = /^\s*(?<number>\d{1,2})[.)]\s+(?<text>\S.*)$/;

function lineOf(line: string): { kind: Block["kind"]; text: string; start: number } {
  const bullet = BULLET.exec(line)?.groups;
  if (bullet) return { kind: "bullets", text: bullet["text"]!, start: 1 };
  const numbered = NUMBERED.exec(line)?.groups;
  if (numbered) return { kind: "numbers", text: numbered["text"]!, start: Number(numbered["number"]) };
  return { kind: "paragraph", text: line.trim(), start: 1 };
}

/**
 * The blocks of a text. A line of another kind ends a block; an empty line ends a paragraph, but not a list, whose
 * points may stand apart; a line break inside a paragraph stays one. A numbered list keeps the number it starts with.
 */
export function blocks(text: string): Block[] {
  const found: { kind: Block["kind"]; lines: string[]; start: number }[] = [];
  let open = false;
  for (const raw of text.split(/\r?\n/)) {
    const { kind, text: line, start } = lineOf(raw);
    if (!line) {
      open = false;
      continue;
    }
    const last = found.at(-1);
    const goesOn = kind === "paragraph" ? open : kind === "bullets" || start > 1;
    if (last?.kind === kind && goesOn) last.lines.push(line);
    else found.push({ kind, lines: [line], start });
    open = true;
  }
  return found;
}

/** Which block asks: the last paragraph with a question mark, else the last block. -1 when there is none. */
export function questionAt(parts: readonly Block[]): number {
  const asks = parts.findLastIndex(
    (part) => part.kind === "paragraph" && part.lines.some((line) => line.includes("?")),
  );
  return asks >= 0 ? asks : parts.length - 1;
}

/** A stretch of text. A telephone number can be called; a paragraph («§ 33 a») is not broken over two lines. */
export interface Span {
  readonly kind: "text" | "telephone" | "paragraph";
  readonly text: string;
}

const PARAGRAPH = /§§? ?\d[\d-]*(?: [a-z](?![\p{L}\d]))?/u;

// The emergency and help lines that the bot names, and eight digits in groups. As part of a longer number, a date or
// a word, the same digits are something else.
const NUMBER = /11[23]|02800|116 ?(?:006|111|117|123)|(?:\d{2} ){3}\d{2}|\d{3} \d{2} \d{3}/;
const TELEPHONE = `(?<!\\d |[\\d.,/–-])(?:${NUMBER.source})(?! ?\\d|[.,/–-]\\d|\\p{L})`;

const SPECIAL = new RegExp(`(?<paragraph>${PARAGRAPH.source})|${TELEPHONE}`, "gu");

/** The stretches of a text; put together again they are the same text. */
export function spans(text: string): Span[] {
  const found: Span[] = [];
  let from = 0;
  const plain = (to: number) => to > from && found.push({ kind: "text", text: text.slice(from, to) });
  for (const { 0: match, index, groups } of text.matchAll(SPECIAL)) {
    plain(index);
    found.push({ kind: groups?.["paragraph"] ? "paragraph" : "telephone", text: match });
    from = index + match.length;
  }
  plain(text.length);
  return found;
}

/** Characters as the server counts them: an emoji is one. */
export const length = (text: string): number => [...text].length;
