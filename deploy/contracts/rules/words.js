/**
 * Whether a camelCase or kebab-case name is free of some words. A word is not a part of one: "platform" has no "form".
 *
 * Options: forbidden, the words, in lower case.
 */
export default function words(name, { forbidden }) {
  return String(name)
    .split(/[^A-Za-z]+|(?<=[a-z0-9])(?=[A-Z])/)
    .map((word) => word.toLowerCase())
    .filter((word) => forbidden.includes(word))
    .map((word) => ({ message: `"${name}" speaks of a person: "${word}"` }));
}
