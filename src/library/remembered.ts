/** Answers that are kept until what they were made of is another. */
export function remembered<Grounds extends readonly unknown[], Answer>(
  make: (...grounds: Grounds) => Answer,
): (...grounds: Grounds) => Answer {
  let last: { readonly grounds: Grounds; readonly answer: Answer } | null = null;
  return (...grounds) => {
    if (last === null || last.grounds.some((ground, at) => ground !== grounds[at]))
      last = { grounds, answer: make(...grounds) };
    return last.answer;
  };
}
