/** What goes wrong on purpose: faults that are planned for calls, each used up by one of them. */

export interface Scenario<Fault> {
  /** The next `times` calls of that name go wrong like that. */
  plan(call: string, fault: Fault, times: number): void;
  /** What is planned for this call, if anything; it is used up. */
  take(call: string): Fault | undefined;
}

export function createScenario<Fault>(): Scenario<Fault> {
  const planned = new Map<string, readonly Fault[]>();
  return {
    plan: (call, fault, times) => {
      const more = Array.from({ length: times }, () => fault);
      planned.set(call, [...(planned.get(call) ?? []), ...more]);
    },
    take: (call) => {
      const [first, ...rest] = planned.get(call) ?? [];
      planned.set(call, rest);
      return first;
    },
  };
}
