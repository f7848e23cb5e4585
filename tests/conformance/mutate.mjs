// Makes mutants: descriptors with one or two of the mistakes that people make while typing YAML.
//
// Everything hangs on the seed, and nothing on the clock, the locale or the version of Node: the same seed,
// bases and count give the same bytes. Nothing is written; a mutant is a Buffer.

import { lstatSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const OWN_BASES = fileURLToPath(new URL('./bases/', import.meta.url));

/** A small generator of random numbers (mulberry32): 32 bits of state, integer arithmetic alone. */
export function randomNumbers(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = limit => next() % limit;
  return { below, oneOf: list => list[below(list.length)], chance: percent => below(100) < percent };
}

// ---- Text and its lines -----------------------------------------------------------------------------

/** Lines with their ends, so that joining them gives the text again. */
const linesOf = text => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
const endOf = line => /\r*\n?$/.exec(line)[0];
const bodyOf = line => line.slice(0, line.length - endOf(line).length);
const isBlank = line => bodyOf(line).trim() === '';
const insert = (text, position, piece) => text.slice(0, position) + piece + text.slice(position);

/** `key: value` on one line, quoted or in a list; flow maps and comments are left alone. */
const PAIR = /^(\s*(?:- +)*)("[^"]*"|'[^']*'|[^\s#'"{[&*!|>%@`-][^#{["']*?)(\s*:)([ \t]+)(\S.*)$/;
const KEY = /^(\s*(?:- +)*)("[^"]*"|'[^']*'|[^\s#'"{[&*!|>%@`-][^#{["']*?)(\s*:)(?=\s|$)/;

const YAML_MEANING = [
  'yes', 'NO', 'on', 'true', 'False', 'null', 'Null', '~', '', '1', '0', '-1', '1.0', '1.10', '017', '0o17', '0x1F',
  '1E5', '12E3', '1_000', '.5', '.inf', '-.INF', '.nan', '12:30', '2024-01-01', '2024-01-01T10:00:00Z', '*x', '&x',
  '&x ABC', '!x', '!x ABC', '!!str', '!!int 12', '!!binary QUJD', '@x', '%x', '`x`', '{{ x }}', '${{ x }}',
  '"{{ x }}"', '{% if x %}', '- x', '[x', '[x]', '{x', '{x: y}', '{}', '[]', '"x', "'x", '"x"y', '"x" #y', '"x"#y',
  '|', '>', '|-', '|2', '> x', '?', '? x', ': x', 'x: y', 'x:', 'x #y', '#x', '<x>', '"\\q"', '"\\u00e9"', ', x', '}',
  ']', '<<', '=', '---', '...', '""', "''", '" x "', '"x\\n"', "'it''s'", "'it's'",
];

const STRAY_CHARACTERS = [
  '\u00a0', '\u200b', '\u200d', '\u2060', '\u00ad', '\ufeff', '\u2028', '\u2029', '\u0085', '\u3000', '\u200f',
  '\u201c', '\u2019', '\u0410', '\uff1a', '\uff0d', '\u2013',
];
const CONTROL_CHARACTERS = ['\u0000', '\u0001', '\u0007', '\b', '\u000b', '\f', '\u001a', '\u001b', '\u007f', '\u0080'];
const TYPED = ['a', 'x', 'Z', '0', '1', '-', '_', '.', ':', ' ', '#', "'", '"', ',', '/', '{', '}', '[', ']', '&', '*', '!',
  '|', '>', '%', '@', '`', '?', '=', '~', '\\', '\t', '\n', '$', '<', '+'];

// ---- Mistakes ---------------------------------------------------------------------------------------
// Each takes the text and the random numbers, and returns the new text, or null where it finds no place.

/** A mistake in one line: `change` gives the new line, or null where this line cannot have it. */
const inLine = change => (text, random) => {
  const lines = linesOf(text);
  if (lines.length === 0) return null;
  const first = random.below(lines.length);
  for (let step = 0; step < lines.length; step += 1) {
    const index = (first + step) % lines.length;
    if (isBlank(lines[index])) continue;
    const changed = change(bodyOf(lines[index]), random);
    if (changed === null || changed === bodyOf(lines[index])) continue;
    lines[index] = changed + endOf(lines[index]);
    return lines.join('');
  }
  return null;
};

const withPair = change => inLine((line, random) => {
  const match = PAIR.exec(line);
  return match && change({ lead: match[1], key: match[2], colon: match[3], gap: match[4], value: match[5] }, random);
});

const withKey = change => inLine((line, random) => {
  const match = KEY.exec(line);
  return match && match[1] + change(match[2], random) + line.slice(match[1].length + match[2].length);
});

/** A mistake among whole lines: `change` alters the list in place and returns false where it cannot. */
const amongLines = change => (text, random) => {
  const lines = linesOf(text);
  if (lines.length === 0) return null;
  const ending = endOf(lines[0]) || '\n';
  return change(lines, random, ending) === false ? null : lines.join('');
};

const atCharacter = change => (text, random) =>
  (text.length < 2 ? null : change(text, random.below(text.length - 1), random));

const quoted = value => /^(["']).*\1$/.test(value);

/** Fields whose loss matters somewhere. */
const REQUIRED = /^(\s*)(apiVersion|kind|metadata|name|spec|type|lifecycle|owner|definition|children|memberOf|steps|url|annotations)\s*:/;

function dropField(lines, index) {
  const depth = /^\s*/.exec(lines[index])[0].length;
  let end = index + 1;
  while (end < lines.length && !isBlank(lines[end]) && /^\s*/.exec(lines[end])[0].length > depth) end += 1;
  lines.splice(index, end - index);
}

const MISTAKES = [
  // Single keys.
  ['delete a character', 6, atCharacter((text, at) => text.slice(0, at) + text.slice(at + 1))],
  ['insert a character', 6, atCharacter((text, at, random) => insert(text, at, random.oneOf(TYPED)))],
  ['type a character twice', 3, atCharacter((text, at) => insert(text, at, text[at]))],
  ['swap two characters', 4, atCharacter((text, at) =>
    text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2))],
  ['replace a character', 4, atCharacter((text, at, random) =>
    text.slice(0, at) + random.oneOf(TYPED) + text.slice(at + 1))],

  // Quotes.
  ['drop a quote', 5, (text, random) => {
    const places = [...text.matchAll(/["']/g)].map(match => match.index);
    if (places.length === 0) return null;
    const at = random.oneOf(places);
    return text.slice(0, at) + text.slice(at + 1);
  }],
  ['open a quote', 3, withPair(({ lead, key, colon, gap, value }, random) =>
    lead + key + colon + gap + random.oneOf(['"', "'"]) + value)],
  ['close a quote that is not open', 2, withPair(({ lead, key, colon, gap, value }, random) =>
    lead + key + colon + gap + value + random.oneOf(['"', "'"]))],
  ['quote a value', 2, withPair(({ lead, key, colon, gap, value }, random) => {
    const quote = random.oneOf(['"', "'"]);
    return lead + key + colon + gap + quote + value + quote;
  })],
  ['take the quotes off', 4, withPair(({ lead, key, colon, gap, value }) =>
    (quoted(value) ? lead + key + colon + gap + value.slice(1, -1) : null))],
  ['double the quotes', 1, withPair(({ lead, key, colon, gap, value }) =>
    (quoted(value) ? lead + key + colon + gap + value[0] + value + value[0] : null))],
  ['write on after a quoted value', 2, withPair(({ lead, key, colon, gap, value }, random) =>
    (quoted(value) ? lead + key + colon + gap + value + random.oneOf(['x', ' x', '#x', ' #x', ',', ':', ';']) : null))],

  // Indentation.
  ['indent a line', 6, inLine((line, random) => ' '.repeat(1 + random.below(2)) + line)],
  ['outdent a line', 6, inLine((line, random) => {
    const count = 1 + random.below(2);
    return line.startsWith(' '.repeat(count)) ? line.slice(count) : null;
  })],
  ['indent the rest of a block', 3, amongLines((lines, random) => {
    const from = random.below(lines.length);
    const to = Math.min(lines.length, from + 2 + random.below(6));
    for (let index = from; index < to; index += 1) lines[index] = `  ${lines[index]}`;
  })],
  ['outdent the rest of a block', 3, amongLines((lines, random) => {
    const from = random.below(lines.length);
    const to = Math.min(lines.length, from + 2 + random.below(6));
    for (let index = from; index < to; index += 1) lines[index] = lines[index].replace(/^ {1,2}/, '');
  })],
  ['a tab for the indentation', 4, inLine(line => (/^ +/.test(line) ? line.replace(/^ +/, '\t') : null))],
  ['a tab for two spaces', 2, inLine(line => (/^ {2}/.test(line) ? line.replace(/ {2}(?=\S)/, '\t') : null))],
  ['a tab for a space', 3, (text, random) => {
    const places = [...text.matchAll(/ /g)].map(match => match.index);
    if (places.length === 0) return null;
    const at = random.oneOf(places);
    return `${text.slice(0, at)}\t${text.slice(at + 1)}`;
  }],
  ['white space on a blank line', 1, amongLines((lines, random, ending) => {
    lines.splice(random.below(lines.length), 0, random.oneOf(['  ', '\t', '  \t', '      ']) + ending);
  })],

  // Whole lines.
  ['delete a line', 5, amongLines((lines, random) => { lines.splice(random.below(lines.length), 1); })],
  ['type a line twice', 5, amongLines((lines, random) => {
    const index = random.below(lines.length);
    lines.splice(index, 0, lines[index]);
  })],
  ['paste a line elsewhere', 3, amongLines((lines, random) => {
    const line = random.oneOf(lines);
    lines.splice(random.below(lines.length), 0, line);
  })],
  ['swap two lines', 4, amongLines((lines, random) => {
    if (lines.length < 2) return false;
    const index = random.below(lines.length - 1);
    [lines[index], lines[index + 1]] = [lines[index + 1], lines[index]];
    return true;
  })],
  ['join two lines', 2, amongLines((lines, random) => {
    if (lines.length < 2) return false;
    const index = random.below(lines.length - 1);
    lines.splice(index, 2, bodyOf(lines[index]) + random.oneOf(['', ' ']) + lines[index + 1].trimStart());
    return true;
  })],
  ['break a line', 2, inLine((line, random) => insert(line, random.below(line.length), '\n'))],
  ['break a value onto the next line', 2, withPair(({ lead, key, colon, value }, random) =>
    `${lead}${key}${colon}\n${' '.repeat(lead.length + random.below(5))}${value}`)],
  ['cut the file off', 1, atCharacter((text, at) => text.slice(0, at))],
  ['comment a line out', 3, inLine((line, random) => random.oneOf(['#', '# ']) + line)],
  ['take a comment sign away', 2, inLine(line => (/#/.test(line) ? line.replace(/# ?/, '') : null))],
  ['a comment after the value', 2, inLine((line, random) => line + random.oneOf([' # todo', '# todo', ' #', '#', '\t# x']))],
  ['a # somewhere', 2, inLine((line, random) => insert(line, random.below(line.length + 1), '#'))],
  ['trailing white space', 2, inLine((line, random) => line + random.oneOf([' ', '   ', '\t']))],

  // Keys, colons, values.
  ['drop the space after a colon', 5, withPair(({ lead, key, colon, value }) => lead + key + colon + value)],
  ['drop the colon', 3, withPair(({ lead, key, gap, value }) => lead + key + gap + value)],
  ['a space before the colon', 2, withPair(({ lead, key, colon, gap, value }) => `${lead}${key} ${colon}${gap}${value}`)],
  ['= for the colon', 1, withPair(({ lead, key, value }) => `${lead}${key}=${value}`)],
  ['a value that means something in YAML', 14, withPair(({ lead, key, colon, gap, value }, random) =>
    (/^[|>]/.test(value) ? null : lead + key + colon + gap + random.oneOf(YAML_MEANING)))],
  ['a list item that means something in YAML', 3, inLine((line, random) => {
    const match = /^(\s*- )([^:{[]+)$/.exec(line);
    return match && match[1] + random.oneOf(YAML_MEANING);
  })],
  ['no value', 2, withPair(({ lead, key, colon }) => lead + key + colon)],
  ['change the case of a key', 3, withKey((key, random) => random.oneOf([
    key.toUpperCase(), key.toLowerCase(), key.replace(/[A-Za-z]/, letter =>
      (letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase()))]))],
  ['a key again in another case', 2, amongLines((lines, random) => {
    const index = random.below(lines.length);
    const match = KEY.exec(bodyOf(lines[index]));
    if (!match || bodyOf(lines[index]).endsWith(':')) return false;
    lines.splice(index + 1, 0, match[1] + match[2].toUpperCase() + lines[index].slice(match[1].length + match[2].length));
    return true;
  })],
  ['misspell a key', 4, withKey((key, random) => {
    if (key.length < 3) return key;
    const at = 1 + random.below(key.length - 2);
    return random.oneOf([
      key.slice(0, at) + key.slice(at + 1),
      insert(key, at, key[at]),
      key.slice(0, at) + key[at + 1] + key[at] + key.slice(at + 2),
      `${key}s`,
      key.replace(/[-_]/, sign => (sign === '-' ? '_' : '-')),
      key.replace(/\//, random.oneOf(['.', '//', '-', ': '])),
    ]);
  })],
  ['remove a required field', 4, amongLines((lines, random) => {
    const places = [...lines.keys()].filter(index => REQUIRED.test(lines[index]));
    if (places.length === 0) return false;
    dropField(lines, random.oneOf(places));
    return true;
  })],
  ['a field nobody knows', 2, amongLines((lines, random, ending) => {
    const line = random.oneOf([
      'relations: []', 'status: {}', 'owner: me', 'annotations:', '  namespace: My Team', '  labels: {a: 1}', '    jira/x/y: z',
      '    jira/team: 7', '    Jira.com/x: y', '  - x', '  description:', '<<: *x', '? x', '? [a, b]', '    <<: {a: b}',
      '  tags: [Java]', '  links: [{url: x}]', '    "": x', '  1: x', '  title: ""',
    ]);
    lines.splice(random.below(lines.length + 1), 0, line + ending);
  })],
  ['a list sign', 2, inLine((line, random) => random.oneOf([line.replace(/^( *)/, '$1- '), line.replace(/- ?/, '')]))],

  // Documents.
  ['a document marker', 4, amongLines((lines, random, ending) => {
    const marker = random.oneOf(['---', '...', '--- ', '--- # next', '----', '--', '---x', '--- !x', '--- |', '...x', ' ---',
      '--- {}', '--- []', '--- x', '---\n---', '---\nnull', '--- a: b']);
    lines.splice(random.below(lines.length + 1), 0, marker + ending);
  })],
  ['a directive', 2, amongLines((lines, random, ending) => {
    const directive = random.oneOf(['%YAML 1.1', '%YAML 1.2', '%YAML 2.0', '%YAML x', '%YAML', '%TAG ! tag:x,2000:', '%FOO bar',
      '%YAML 1.1\n%YAML 1.2']);
    const at = random.chance(60) ? 0 : random.below(lines.length + 1);
    lines.splice(at, 0, directive + ending + random.oneOf(['---', '---', '']) + ending);
  })],
  ['conflict markers', 3, amongLines((lines, random, ending) => {
    const from = random.below(lines.length);
    const to = Math.min(lines.length, from + 1 + random.below(2));
    const theirs = lines.slice(from, to).map(line => bodyOf(line).replace(/\w+$/, 'theirs') + (endOf(line) || ending));
    const ours = lines.slice(from, to).map(line => bodyOf(line) + (endOf(line) || ending));
    lines.splice(from, to - from, `<<<<<<< HEAD${ending}`, ...ours, `=======${ending}`, ...theirs, `>>>>>>> feature${ending}`);
  })],
  ['half of a conflict', 1, amongLines((lines, random, ending) => {
    lines.splice(random.below(lines.length + 1), 0, random.oneOf(['<<<<<<< HEAD', '=======', '>>>>>>> main']) + ending);
  })],

  // Bytes.
  ['a byte order mark', 1, (text, random) => (random.chance(50) ? `\ufeff${text}` : insert(text, random.below(text.length + 1), '\ufeff'))],
  ['a byte order mark after ---', 1, text => (text.includes('---\n') ? text.replace('---\n', '---\n\ufeff') : `---\n\ufeff${text}`)],
  ['CR at a line end', 2, amongLines((lines, random) => {
    const index = random.below(lines.length);
    lines[index] = bodyOf(lines[index]) + random.oneOf(['\r', '\r\n', '\r\r\n', '\n\r', '\r\r']);
  })],
  ['CRLF everywhere', 1, text => text.replace(/\r*\n/g, '\r\n')],
  ['CR CR LF everywhere', 1, text => text.replace(/\r*\n/g, '\r\r\n')],
  ['CR everywhere', 1, text => text.replace(/\r*\n/g, '\r')],
  ['a character that looks like another', 4, atCharacter((text, at, random) => {
    const stray = random.oneOf(STRAY_CHARACTERS);
    return random.chance(50) ? insert(text, at, stray) : text.slice(0, at) + stray + text.slice(at + 1);
  })],
  ['no-break spaces for an indentation', 1, inLine(line =>
    (/^ /.test(line) ? line.replace(/^ +/, lead => '\u00a0'.repeat(lead.length)) : null))],
  ['a no-break space after a colon', 1, withPair(({ lead, key, colon, value }) => `${lead}${key}${colon}\u00a0${value}`)],
  ['a control character', 3, atCharacter((text, at, random) => insert(text, at, random.oneOf(CONTROL_CHARACTERS)))],
  ['a control character at the end', 1, (text, random) => text + random.oneOf(CONTROL_CHARACTERS)],
];

const WEIGHTED = MISTAKES.flatMap((mistake, index) => Array(mistake[1]).fill(index));

/** The names of all mistakes, in the order in which they are tried. */
export const MISTAKE_NAMES = MISTAKES.map(([name]) => name);

// Bytes that are not UTF-8 survive as Latin-1, one character a byte.
function decoded(bytes) {
  const text = bytes.toString('utf8');
  return Buffer.from(text, 'utf8').equals(bytes) ? { text, encoding: 'utf8' } : { text: bytes.toString('latin1'), encoding: 'latin1' };
}

/** One mutant of a base: `bytes`, and `mistakes`, the names of the one or two mistakes made. */
export function mutate(bytes, random) {
  let { text, encoding } = decoded(bytes);
  const mistakes = [];
  const wanted = random.chance(70) ? 1 : 2;
  for (let tries = 0; mistakes.length < wanted && tries < 50; tries += 1) {
    const [name, , make] = MISTAKES[random.oneOf(WEIGHTED)];
    const changed = make(text, random);
    if (changed === null || changed === text) continue;
    text = changed;
    mistakes.push(name);
  }
  if (encoding === 'latin1' && /[^\u0000-\u00ff]/.test(text)) encoding = 'utf8';
  return { bytes: Buffer.from(text, encoding), mistakes };
}

// ---- Bases ------------------------------------------------------------------------------------------

/** Larger descriptors are judged as they are, but not mutated: they would take the time of many. */
const LARGEST_MUTATED = 64 * 1024;
const byCodeUnits = (left, right) => (left < right ? -1 : left > right ? 1 : 0);

function* descriptorsUnder(folder, prefix) {
  for (const name of readdirSync(folder).sort(byCodeUnits)) {
    if (name === '.git' || name === 'node_modules') continue;
    const file = path.join(folder, name);
    const status = lstatSync(file);
    if (status.isDirectory()) yield* descriptorsUnder(file, `${prefix}${name}/`);
    else if (status.isFile() && /\.(ya?ml|json)$/.test(name)) yield { name: prefix + name, bytes: readFileSync(file) };
  }
}

/**
 * The descriptors (.yaml, .yml, .json) of the given folders and their subfolders, each folder's in the order
 * of their names. `name` is the path inside the folder. Symbolic links are not followed.
 */
export function readBases(folders) {
  return folders.flatMap(folder => [...descriptorsUnder(folder, '')]);
}

/** `count` mutants of the bases: `base`, `bytes`, `mistakes`. */
export function* mutants({ bases, seed, count }) {
  const random = randomNumbers(seed);
  const mutable = bases.filter(base => base.bytes.length <= LARGEST_MUTATED);
  for (let made = 0; made < count; made += 1) {
    const base = random.oneOf(mutable);
    yield { base, ...mutate(base.bytes, random) };
  }
}
