// How an interface reads a plan: narrow by `kind`, and show the labels of codes.
import labels from "./labels.json" with { type: "json" };
import { problemsOf } from "./problems.mjs";
import type { Change, Entry, Goal, PlanDocument } from "./types/plan.v1.js";

type Language = "de" | "en";

/** Returns what a code is called; the compiler knows the codes of every list. */
function label<List extends keyof typeof labels.codes>(
  list: List,
  code: keyof (typeof labels.codes)[List],
  language: Language,
): string {
  const found = labels.codes[list][code] as { en: string; de: string };
  return found[language];
}

/** Returns the entries that a plan has ever held, oldest first. */
function entries(plan: PlanDocument): Entry[] {
  const changes: Change[] = plan.revisions.flatMap((revision) => revision.changes ?? []);
  return changes.flatMap((change) => (change.kind === "put" ? [change.entry] : []));
}

/** Says a goal in one line. */
function sayGoal(goal: Goal, language: Language): string {
  const field = label("GoalField", goal.field, language);
  const due = goal.due_on ? ` (${labels.fields.Goal.due_on[language]} ${goal.due_on})` : "";
  return `${field}: ${goal.title}${due}`;
}

/** Says any entry in one line. */
export function say(entry: Entry, language: Language): string {
  switch (entry.kind) {
    case "goal":
      return sayGoal(entry, language);
    case "language-proficiency":
      return `${entry.language}: ${entry.overall ? label("CEFR", entry.overall, language) : "–"}`;
    case "course":
      return label("CourseKind", entry.course, language);
    default:
      return entry.kind;
  }
}

/** Says a whole plan, one entry a line. */
export function sayPlan(plan: PlanDocument, language: Language): string[] {
  return entries(plan).map((entry) => say(entry, language));
}

/** Says what Ajv found wrong in the words that the Python package has for it. */
export function sayProblems(errors: Parameters<typeof problemsOf>[0], language: Language): string[] {
  return problemsOf(errors, language).map((problem) => problem.text);
}
