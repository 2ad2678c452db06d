// Made from the JSON Schema of the same name by `npm run generate`. Do not edit.

/**
 * Why an entry is withheld, without telling what it is about.
 */
export type WithheldBecause =
  "not-disclosed" | "earlier-version" | "no-longer-counts" | "no-basis" | "restricted";
/**
 * Why a revision was made.
 */
export type RevisionKind =
  | "opening"
  | "continuation"
  | "correction"
  | "agreement"
  | "note"
  | "transfer"
  | "merge"
  | "marking"
  | "closure"
  | "erasure";
export type Change = Put | Sealed | Withdraw | Erase | EraseReason | Mark;
export type Entry =
  | Subject
  | Responsibility
  | PersonalDetails
  | ResidenceStatus
  | Qualification
  | Competence
  | LanguageProficiency
  | RecognitionProcedure
  | SchoolSituation
  | HousingSituation
  | WorkSituation
  | HealthNote
  | FamilySituation
  | Course
  | Goal
  | Measure
  | Development
  | Consultation
  | Agreement
  | Consent
  | Disclosure;
/**
 * Amtlicher Gemeindeschlüssel, or the leading part of one that names a larger region. Form: 2, 3, 5 or 8 digits as text, the first two 01 to 16; a number loses its leading zero.
 */
export type AGS = string;
/**
 * Gender, as the person states it.
 */
export type Gender = "female" | "male" | "diverse" | "unstated";
/**
 * The residence titles of the Residence Act.
 */
export type ResidenceTitle =
  | "visa"
  | "residence-permit"
  | "blue-card"
  | "ict-card"
  | "mobile-ict-card"
  | "settlement-permit"
  | "eu-long-term-residence";
/**
 * What a person may have who has no residence title.
 */
export type StatusWithoutTitle =
  "permission-to-stay" | "toleration" | "fiction-certificate" | "proof-of-arrival";
/**
 * Which protection was granted.
 */
export type ProtectionKind = "asylum" | "refugee" | "subsidiary" | "deportation-ban" | "temporary";
/**
 * What kind of qualification it is.
 */
export type QualificationCategory = "school" | "vocational" | "academic";
/**
 * Orientation of a programme in the sense of ISCED 2011.
 */
export type Orientation = "general" | "vocational";
/**
 * Status of a foreign institution in the database anabin; no verdict on a degree.
 */
export type AnabinStatus = "H+" | "H-" | "H+/-";
/**
 * How a foreign degree compares with a German one.
 */
export type DegreeClass = "corresponds" | "equivalent" | "conditionally-comparable";
/**
 * What a competence rests on.
 */
export type Evidence = "self-assessed" | "observed" | "certified";
/**
 * Level of a language, in order: `CEFR.A2 < CEFR.B1`.
 */
export type CEFR = "A1" | "A2" | "B1" | "B2" | "C1" | "C2";
/**
 * Who stands behind a language certificate.
 */
export type CertificateFamily =
  "goethe" | "telc" | "oesd" | "testdaf" | "dsh" | "dsd" | "dtz" | "dtb" | "ecl" | "other";
/**
 * A skill that has a level of its own, or a module of a certificate.
 */
export type LanguageSkill =
  "listening" | "reading" | "spoken-interaction" | "spoken-production" | "writing";
/**
 * Which procedure it is.
 */
export type RecognitionKind = "occupational" | "zab-statement" | "academic";
/**
 * A step of a recognition procedure.
 */
export type RecognitionStage =
  | "advice"
  | "filed"
  | "documents-complete"
  | "assessment"
  | "decision"
  | "appeal"
  | "final"
  | "withdrawn";
/**
 * What a recognition procedure ended with, in the terms of the official statistics.
 */
export type RecognitionOutcome =
  "full" | "partial" | "compensation-required" | "restricted-access" | "none";
/**
 * How differences are made up for. The kinds are inferred from practice.
 */
export type CompensationKind =
  "adaptation-qualification" | "adaptation-course" | "aptitude-test" | "knowledge-test";
/**
 * Whom a school place is for.
 */
export type Concerned = "person" | "child";
/**
 * Which school or other place of learning; coarse, because types differ by Land.
 */
export type SchoolKind =
  | "day-care"
  | "primary"
  | "preparatory-class"
  | "lower-secondary"
  | "upper-secondary"
  | "special-needs"
  | "vocational-preparation"
  | "vocational"
  | "second-chance"
  | "university"
  | "other";
/**
 * How the person lives.
 */
export type HousingKind =
  "preliminary" | "follow-up" | "own-flat" | "shared-flat" | "homeless" | "other";
/**
 * How the person stands to work.
 */
export type EmploymentKind =
  | "unemployed"
  | "job-seeking"
  | "internship"
  | "apprenticeship"
  | "marginal"
  | "part-time"
  | "full-time"
  | "self-employed"
  | "inactive";
/**
 * What a person needs because of their health; no diagnosis.
 */
export type HealthNeed = "treatment" | "therapy" | "care" | "aids" | "accessibility" | "other";
/**
 * Which course it is.
 */
export type CourseKind =
  | "eok"
  | "ik-allgemein"
  | "ik-intensiv"
  | "ik-alpha"
  | "ik-zweitschrift"
  | "ik-foerder"
  | "ik-jugend"
  | "ik-eltern"
  | "ik-frauen"
  | "bsk-b2"
  | "bsk-b2-bridge"
  | "bsk-c1"
  | "bsk-c2"
  | "sbsk-anerkennung"
  | "sbsk-fach"
  | "sbsk-b1"
  | "sbsk-a2"
  | "other";
/**
 * Why a person may, or has to, take part in an integration course.
 */
export type CourseEntitlement = "right" | "duty" | "admission";
/**
 * Where a course stands for the person.
 */
export type CourseStatus =
  "planned" | "registered" | "running" | "interrupted" | "completed" | "stopped";
/**
 * What the final language test of a course gave.
 */
export type CourseResult =
  "dtz-b1" | "dtz-a2" | "dtz-below-a2" | "passed" | "not-passed" | "no-test";
/**
 * The field that a goal belongs to.
 */
export type GoalField =
  | "language"
  | "work"
  | "recognition"
  | "housing"
  | "education"
  | "health"
  | "volunteering"
  | "family"
  | "authorities"
  | "other";
export type Target =
  | LanguageTarget
  | RecognitionTarget
  | EmploymentTarget
  | HousingTarget
  | SchoolPlaceTarget
  | IndicatorTarget;
/**
 * Where a goal stands in its life. Not the same as whether it is achieved.
 */
export type Lifecycle =
  | "proposed"
  | "planned"
  | "accepted"
  | "active"
  | "on-hold"
  | "completed"
  | "cancelled"
  | "rejected"
  | "entered-in-error";
/**
 * How far a goal is reached.
 */
export type Achievement =
  | "in-progress"
  | "improving"
  | "worsening"
  | "no-change"
  | "achieved"
  | "sustaining"
  | "not-achieved"
  | "no-progress"
  | "not-attainable";
/**
 * How urgent a goal is.
 */
export type Priority = "high" | "medium" | "low";
/**
 * Who takes part in a plan.
 */
export type Party = "person" | "counsellor" | "guardian";
/**
 * Who does a measure.
 */
export type Actor =
  | "person"
  | "counsellor"
  | "guardian"
  | "family"
  | "authority"
  | "carrier"
  | "volunteer"
  | "employer"
  | "school"
  | "course-provider"
  | "health-service"
  | "other";
/**
 * Where a measure stands.
 */
export type MeasureStatus = "planned" | "running" | "completed" | "stopped";
/**
 * A regular service that a person is referred to.
 */
export type RegularService =
  | "job-centre"
  | "employment-agency"
  | "social-office"
  | "youth-office"
  | "immigration-office"
  | "housing-office"
  | "health-service"
  | "migration-counselling"
  | "youth-migration-service"
  | "recognition-advice"
  | "school"
  | "debt-advice"
  | "other";
/**
 * How a consultation took place.
 */
export type Channel = "in-person" | "phone" | "video" | "written" | "home-visit" | "accompanied";
/**
 * Who interpreted.
 */
export type InterpreterKind =
  "professional" | "remote" | "language-mediator" | "staff" | "volunteer" | "relative";
/**
 * In which form a plan was agreed.
 */
export type AgreementForm = "paper" | "electronic" | "oral";
/**
 * Which data of a plan belong together when it is shown, withheld, kept or erased.
 */
export type PlanGroup =
  | "identity"
  | "residence"
  | "responsibility"
  | "qualification"
  | "recognition"
  | "language"
  | "course"
  | "education"
  | "work"
  | "housing"
  | "health"
  | "family"
  | "participation"
  | "counselling"
  | "agreement"
  | "data-protection";
/**
 * What can be said of an entry without changing it.
 */
export type Marking = "restricted" | "contested";

/**
 * A plan as a purpose may see it: a document of its own, to be sent.
 */
export interface PlanViewDocument {
  /**
   * Names the kind of document.
   */
  format: "integrationsplan/plan-view";
  /**
   * Version of the format.
   */
  version: 1;
  /**
   * What it is for.
   */
  purpose: Purpose;
  /**
   * Who gets it.
   */
  recipient: string;
  /**
   * When it was made.
   */
  made_on: string;
  /**
   * The legal bases and consents that it rests on, in words.
   *
   * @maxItems 1000
   */
  bases?: string[];
  /**
   * Every entry of which something is withheld, and why.
   *
   * @maxItems 10000
   */
  withheld?: Withheld[];
  /**
   * The plan, sealed where something is withheld.
   */
  document: IntegrationPlan;
}
/**
 * What a view is for, as data: which groups it needs and how much of them.
 */
export interface Purpose {
  /**
   * Stable code, such as `"job-centre"`.
   */
  code: string;
  /**
   * What it is called.
   */
  label: Bilingual;
  /**
   * Codes of the data groups that it needs. An entry that tells something of another group too is withheld.
   *
   * @maxItems 100
   */
  groups: string[];
  /**
   * Whether earlier versions and withdrawn entries are shown.
   */
  with_history?: boolean;
  /**
   * Whether the ids of authors and the reasons of revisions are shown.
   */
  with_authors?: boolean;
  /**
   * Whether entries restricted in processing are shown.
   */
  with_restricted?: boolean;
  /**
   * Whether a legal basis or a consent is needed; not for the person's own view.
   */
  needs_basis?: boolean;
}
/**
 * A text in German and English.
 */
export interface Bilingual {
  de: string;
  en: string;
}
/**
 * An entry of which something is withheld.
 */
export interface Withheld {
  /**
   * Which. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  entry_id: string;
  /**
   * Why.
   */
  because: WithheldBecause;
}
/**
 * A person's integration plan with its whole history.
 */
export interface IntegrationPlan {
  /**
   * Identity of the plan; random or supplied. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * The history, oldest first.
   *
   * @minItems 1
   * @maxItems 10000
   */
  revisions: Revision[];
}
/**
 * One step of a document's history.
 */
export interface Revision {
  /**
   * 1, 2, 3 … without gaps.
   */
  number: number;
  /**
   * When it was recorded.
   */
  recorded_at: string;
  /**
   * From which day it counts.
   */
  effective_on: string;
  /**
   * Who made it.
   */
  author: Author;
  /**
   * How the author's id is committed.
   */
  author_seal: Seal;
  /**
   * Why it was made.
   */
  kind: RevisionKind;
  /**
   * The reason in words; required where a change asks for one.
   */
  reason?: string;
  /**
   * How the reason is committed, if there is one.
   */
  reason_seal?: Seal;
  /**
   * The legal basis, if one is named. It stands in clear and says nothing personal.
   */
  legal_basis?: string;
  /**
   * Number of the revision that this one corrects, if it is one.
   */
  corrects?: number;
  /**
   * Digest of the head of another history that was merged into this one. Form: a digest such as 'sha256/1:' and 43 characters of base64url.
   */
  merges?: string;
  /**
   * The entries put or withdrawn, each once.
   *
   * @maxItems 10000
   */
  changes?: Change[];
  /**
   * Proof of all of the above and of every revision before. Form: a digest such as 'sha256/1:' and 43 characters of base64url.
   */
  digest: string;
}
/**
 * Who made a revision.
 */
export interface Author {
  /**
   * In which role, such as `"integration_manager"`.
   */
  role: string;
  /**
   * Pseudonymous reference to the person or the system; absent where it is withheld. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id?: string;
}
/**
 * How a text beside the entries is committed: by its salt while it is here, else by itself.
 */
export interface Seal {
  /**
   * The salt, if the text is here. Form: 32 bytes in base64url without padding: 43 characters.
   */
  salt?: string;
  /**
   * The commitment, if the text is withheld or erased. Form: a digest such as 'sha256/1:' and 43 characters of base64url.
   */
  commitment?: string;
}
/**
 * An entry that is new, or a new version of one.
 */
export interface Put {
  kind: "put";
  /**
   * The entry.
   */
  entry: Entry;
  /**
   * The salt of its commitment; of this version alone. Form: 32 bytes in base64url without padding: 43 characters.
   */
  salt: string;
}
/**
 * Whom the plan is about, by a reference that is no name. Its id is always `subject`.
 */
export interface Subject {
  kind: "subject";
  /**
   * Its identity in the document; random or supplied, never made from personal data. It stands in every view and stays after an erasure, so let it say nothing: not `health`. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * Pseudonymous reference to the person; random or supplied, never derived. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  reference: string;
}
/**
 * Who is responsible for the plan. Its id is always `responsibility`.
 */
export interface Responsibility {
  kind: "responsibility";
  /**
   * Its identity in the document; random or supplied, never made from personal data. It stands in every view and stays after an erasure, so let it say nothing: not `health`. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * The responsible body.
   */
  body: Body;
  /**
   * Whose law applies. Form: a country such as 'de' or a Land such as '08'.
   */
  jurisdiction: string;
}
/**
 * Who is responsible for a plan.
 */
export interface Body {
  /**
   * Name of the district, the municipality or its carrier.
   */
  name: string;
  /**
   * Its region.
   */
  region?: AGS;
}
/**
 * What identifies the person. Optional like all else: a plan can be kept without it.
 */
export interface PersonalDetails {
  kind: "personal-details";
  /**
   * Its identity in the document; random or supplied, never made from personal data. It stands in every view and stays after an erasure, so let it say nothing: not `health`. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * All given names in Latin letters, as in the papers.
   */
  given_names?: string;
  /**
   * Family name in Latin letters, as in the papers.
   */
  family_name?: string;
  /**
   * The whole name in its original script.
   */
  name_in_script?: string;
  /**
   * Date of birth as in the papers.
   */
  birth_date?: string;
  /**
   * Whether the papers give it as an estimate.
   */
  birth_date_estimated?: boolean;
  /**
   * Gender, as stated.
   */
  gender?: Gender;
  /**
   * Nationalities; the codes of `NoCountry` for none and unknown.
   *
   * @maxItems 10
   */
  nationalities?: string[];
  /**
   * First day in Germany.
   */
  arrived_on?: string;
  /**
   * Language in which the person wants things interpreted. Form: an ISO 639 code of two or three letters such as 'de' or 'prs'.
   */
  interpreter_language?: string;
}
/**
 * The right by which the person stays: a title or another status, never both.
 */
export interface ResidenceStatus {
  kind: "residence-status";
  /**
   * Its identity in the document; random or supplied, never made from personal data. It stands in every view and stays after an erasure, so let it say nothing: not `health`. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * Residence title.
   */
  title?: ResidenceTitle;
  /**
   * Status without a title.
   */
  without_title?: StatusWithoutTitle;
  /**
   * Legal ground, cited as of a day.
   */
  ground?: LegalCitation;
  /**
   * Protection granted.
   */
  protection?: ProtectionKind;
  /**
   * For how long it is valid.
   */
  period?: Period;
}
/**
 * A place in a law. It needs the day of the text, because sections are renumbered.
 */
export interface LegalCitation {
  /**
   * The law, abbreviated, such as `AufenthG`.
   */
  act: string;
  /**
   * Whether the law is divided into sections or articles.
   */
  mark?: "§" | "Art.";
  /**
   * Number of the section or article, with its letter, such as `"18g"`.
   */
  section?: string;
  /**
   * Number of the paragraph (Absatz).
   */
  paragraph?: string;
  /**
   * Number in a list (Nummer).
   */
  number?: string;
  /**
   * Number of the sentence (Satz).
   */
  sentence?: string;
  /**
   * Number of the alternative (Alternative).
   */
  alternative?: string;
  /**
   * The day whose text is meant.
   */
  as_of: string;
}
/**
 * A period of days; both ends are part of it. An absent end is open.
 */
export interface Period {
  /**
   * First day, or nothing if it has always been.
   */
  start?: string;
  /**
   * Last day, or nothing if it goes on.
   */
  end?: string;
}
/**
 * A certificate or degree, as it was obtained.
 */
export interface Qualification {
  kind: "qualification";
  /**
   * Its identity in the document; random or supplied, never made from personal data. It stands in every view and stays after an erasure, so let it say nothing: not `health`. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * What it is called, in the original or in German.
   */
  title: string;
  /**
   * School, vocational or academic.
   */
  category: QualificationCategory;
  /**
   * General or vocational, in the sense of ISCED.
   */
  orientation?: Orientation;
  /**
   * Where the training took place. Form: an ISO 3166-1 code of two letters such as 'SY'.
   */
  country?: string;
  /**
   * Who awarded it.
   */
  institution?: string;
  /**
   * When it was obtained.
   */
  year?: number;
  /**
   * ISCED 2011 level, 0 to 8.
   */
  isced?: number;
  /**
   * EQF or DQR level, 1 to 8; it gives no entitlement.
   */
  eqf?: number;
  /**
   * Status of the institution in anabin; no verdict on the degree.
   */
  anabin?: AnabinStatus;
  /**
   * When anabin was looked up.
   */
  anabin_on?: string;
  /**
   * How the degree compares; from anabin, or from a statement of the ZAB.
   */
  degree_class?: DegreeClass;
  /**
   * The occupation in a classification, KldB 2010 or ISCO-08.
   */
  occupation?: CodedValue;
  /**
   * Whether the counsellor has seen the documents.
   */
  documents_seen?: boolean;
  /**
   * Whether the counsellor has seen a statement of comparability of the ZAB.
   */
  zab_seen?: boolean;
  /**
   * Date of that statement.
   */
  zab_on?: string;
}
/**
 * A code with the list that it comes from.
 */
export interface CodedValue {
  /**
   * The list, for example `"KldB 2010"` or the URI of an XÖV code list.
   */
  system: string;
  /**
   * The code, as text: codes may begin with zero.
   */
  code: string;
  /**
   * Which edition of the list, if it has editions.
   */
  version?: string;
  /**
   * What the code was called when it was used.
   */
  label?: string;
}
/**
 * A skill or an experience.
 */
export interface Competence {
  kind: "competence";
  /**
   * Its identity in the document; random or supplied, never made from personal data. It stands in every view and stays after an erasure, so let it say nothing: not `health`. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * What the person can do.
   */
  title: string;
  /**
   * What that rests on.
   */
  evidence?: Evidence;
  /**
   * The skill in a classification (ESCO, KldB, ISCO), if it was looked up.
   */
  code?: CodedValue;
  /**
   * A licence, by its class, such as the driving licence `B`.
   */
  licence?: string;
  /**
   * Years of experience.
   */
  years?: number;
  /**
   * When the experience was made.
   */
  period?: Period;
  /**
   * More about it.
   */
  description?: string;
}
/**
 * How well the person knows a language.
 */
export interface LanguageProficiency {
  kind: "language-proficiency";
  /**
   * Its identity in the document; random or supplied, never made from personal data. It stands in every view and stays after an erasure, so let it say nothing: not `health`. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * ISO 639 code. Form: an ISO 639 code of two or three letters such as 'de' or 'prs'.
   */
  language: string;
  /**
   * Whether it is a first language.
   */
  is_first?: boolean;
  /**
   * Level overall.
   */
  overall?: CEFR;
  /**
   * A note between the levels, such as `B1+`; never compared. Form: a level with '+' or a decimal, such as 'B1+' or 'A1.1', or 'Pre-A1'.
   */
  sublevel?: string;
  /**
   * Level of listening.
   */
  listening?: CEFR;
  /**
   * Level of reading.
   */
  reading?: CEFR;
  /**
   * Level of taking part in conversations.
   */
  spoken_interaction?: CEFR;
  /**
   * Level of speaking.
   */
  spoken_production?: CEFR;
  /**
   * Level of writing.
   */
  writing?: CEFR;
  /**
   * Scripts that the person reads or writes it in.
   *
   * @maxItems 20
   */
  scripts?: ScriptKnowledge[];
  /**
   * Certificates.
   *
   * @maxItems 50
   */
  certificates?: LanguageCertificate[];
}
/**
 * Whether the person reads and writes a script.
 */
export interface ScriptKnowledge {
  /**
   * ISO 15924 code. Form: a code of four letters such as 'Arab' or 'Latn'.
   */
  script: string;
  /**
   * Whether the person reads it.
   */
  reads?: boolean;
  /**
   * Whether the person writes it.
   */
  writes?: boolean;
}
/**
 * A certificate of a language level.
 */
export interface LanguageCertificate {
  /**
   * Who stands behind it.
   */
  issuer: CertificateFamily;
  /**
   * Who issued it, where the list does not say it.
   */
  issuer_name?: string;
  /**
   * The level that it certifies.
   */
  level: CEFR;
  /**
   * When. Whether a certificate still counts is a rule of whoever asks for it.
   */
  issued_on?: string;
  /**
   * The modules passed, where it is made of modules; none stand for all.
   *
   * @maxItems 5
   */
  modules?: LanguageSkill[];
}
/**
 * The recognition of a foreign qualification for one reference occupation.
 */
export interface RecognitionProcedure {
  kind: "recognition-procedure";
  /**
   * Its identity in the document; random or supplied, never made from personal data. It stands in every view and stays after an erasure, so let it say nothing: not `health`. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * The German occupation that the qualification is compared with.
   */
  reference_occupation: string;
  /**
   * That occupation in a classification, KldB 2010 or ISCO-08.
   */
  occupation?: CodedValue;
  /**
   * Which procedure.
   */
  procedure?: RecognitionKind;
  /**
   * Whether the occupation is regulated, if that is known.
   */
  regulated?: boolean;
  /**
   * Who decides.
   */
  competent_body?: string;
  /**
   * By which law.
   */
  legal_basis?: LegalCitation;
  /**
   * Id of the qualification. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  qualification?: string;
  /**
   * Id of the goal that it serves. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  goal?: string;
  /**
   * Level of German that the recognition asks for.
   */
  required_language?: CEFR;
  /**
   * The steps so far, in their order; see `RECOGNITION_STEPS`.
   *
   * @maxItems 20
   */
  steps?: RecognitionStep[];
  /**
   * Months that the law of the occupation gives for the decision, where it sets a deadline of its own; counted before all others.
   */
  deadline_months?: number;
  /**
   * Until when the body has extended its deadline.
   */
  extended_until?: string;
  /**
   * How it was decided.
   */
  outcome?: RecognitionOutcome;
  /**
   * What the decision says the person has.
   *
   * @maxItems 100
   */
  existing_qualifications?: string[];
  /**
   * The substantial differences that it names.
   *
   * @maxItems 100
   */
  differences?: string[];
  /**
   * What makes up for them.
   */
  compensation?: CompensationMeasure;
  /**
   * Id of the measure by which that is done. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  measure?: string;
  /**
   * Last day for a legal remedy.
   */
  remedy_until?: string;
}
/**
 * A step that a recognition procedure has reached.
 */
export interface RecognitionStep {
  /**
   * Which step.
   */
  step: RecognitionStage;
  /**
   * On which day, if it is known.
   */
  on?: string;
}
/**
 * What makes up for substantial differences.
 */
export interface CompensationMeasure {
  /**
   * Which kind of measure.
   */
  form: CompensationKind;
  /**
   * Who offers it.
   */
  provider?: string;
  /**
   * From when to when.
   */
  period?: Period;
  /**
   * When it was passed.
   */
  passed_on?: string;
}
/**
 * A place at a school, a day-care centre or a university, for the person or a child.
 */
export interface SchoolSituation {
  kind: "school-situation";
  /**
   * Its identity in the document; random or supplied, never made from personal data. It stands in every view and stays after an erasure, so let it say nothing: not `health`. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * Whom the place is for.
   */
  concerns?: Concerned;
  /**
   * Which kind of school.
   */
  school?: SchoolKind;
  /**
   * Its name.
   */
  name?: string;
  /**
   * The grade or class.
   */
  grade?: string;
  /**
   * From when there is a place; absent while there is none.
   */
  place_from?: string;
  /**
   * Id of the goal that it is about. Where there are several children, this tells theirs apart without a name: it counts for that goal alone. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  goal?: string;
  /**
   * From when to when it counts.
   */
  period?: Period;
}
/**
 * How the person lives.
 */
export interface HousingSituation {
  kind: "housing-situation";
  /**
   * Its identity in the document; random or supplied, never made from personal data. It stands in every view and stays after an erasure, so let it say nothing: not `health`. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * Which kind of housing.
   */
  housing: HousingKind;
  /**
   * How many people live there.
   */
  persons?: number;
  /**
   * By when the person must leave it, if notice was given.
   */
  leave_by?: string;
  /**
   * What to mind.
   */
  note?: string;
  /**
   * From when to when.
   */
  period?: Period;
}
/**
 * How the person stands to work.
 */
export interface WorkSituation {
  kind: "work-situation";
  /**
   * Its identity in the document; random or supplied, never made from personal data. It stands in every view and stays after an erasure, so let it say nothing: not `health`. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * Which kind of employment, or why none.
   */
  employment: EmploymentKind;
  /**
   * The employer.
   */
  employer?: string;
  /**
   * The occupation in a classification, KldB 2010 or ISCO-08.
   */
  occupation?: CodedValue;
  /**
   * Hours a week.
   */
  hours_per_week?: number;
  /**
   * From when to when.
   */
  period?: Period;
}
/**
 * What counselling must know of the person's health; special-category data.
 */
export interface HealthNote {
  kind: "health-note";
  /**
   * Its identity in the document; random or supplied, never made from personal data. It stands in every view and stays after an erasure, so let it say nothing: not `health`. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * What the person needs; no diagnosis.
   *
   * @maxItems 10
   */
  needs?: HealthNeed[];
  /**
   * What to mind.
   */
  note?: string;
  /**
   * Whether a disability is recognised officially.
   */
  disability_recognised?: boolean;
  /**
   * From when to when.
   */
  period?: Period;
}
/**
 * The household in figures, without names.
 */
export interface FamilySituation {
  kind: "family-situation";
  /**
   * Its identity in the document; random or supplied, never made from personal data. It stands in every view and stays after an erasure, so let it say nothing: not `health`. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * Adults in the household, the person included.
   */
  adults?: number;
  /**
   * Children in the household.
   */
  children?: number;
  /**
   * Whether the person brings up children alone.
   */
  single_parent?: boolean;
  /**
   * Whether childcare is needed.
   */
  childcare_needed?: boolean;
  /**
   * Whether a reunification of the family is under way.
   */
  reunification_pending?: boolean;
  /**
   * Reference to the household, the same in the plans of its members. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  household?: string;
  /**
   * From when to when.
   */
  period?: Period;
}
/**
 * A course that the person attends. How many hours it has is said by `course_hours`.
 */
export interface Course {
  kind: "course";
  /**
   * Its identity in the document; random or supplied, never made from personal data. It stands in every view and stays after an erasure, so let it say nothing: not `health`. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * Which course.
   */
  course: CourseKind;
  /**
   * Who gives it.
   */
  provider?: string;
  /**
   * Why the person may, or has to, take part.
   */
  entitlement?: CourseEntitlement;
  /**
   * From when to when.
   */
  period?: Period;
  /**
   * Units of 45 minutes attended so far.
   */
  units_attended?: number;
  /**
   * Where it stands.
   */
  status?: CourseStatus;
  /**
   * What the language test gave.
   */
  result?: CourseResult;
  /**
   * When.
   */
  result_on?: string;
  /**
   * The test "Leben in Deutschland".
   */
  civics_test?: CivicsTest;
  /**
   * Ids of the goals that it serves.
   *
   * @maxItems 100
   */
  goals?: string[];
}
/**
 * The test "Leben in Deutschland", at the end of the orientation course.
 */
export interface CivicsTest {
  /**
   * Whether it was passed.
   */
  passed?: boolean;
  /**
   * The points reached.
   */
  points?: number;
  /**
   * When it was taken.
   */
  taken_on?: string;
}
/**
 * What the person wants to reach.
 */
export interface Goal {
  kind: "goal";
  /**
   * Its identity in the document; random or supplied, never made from personal data. It stands in every view and stays after an erasure, so let it say nothing: not `health`. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * The field that it belongs to.
   */
  field: GoalField;
  /**
   * The goal in one line.
   */
  title: string;
  /**
   * More about it.
   */
  description?: string;
  /**
   * What makes it measurable.
   */
  target?: Target;
  /**
   * When it is to be reached.
   */
  due_on?: string;
  /**
   * Where it stands; only the steps of `TRANSITIONS` are possible.
   */
  lifecycle?: Lifecycle;
  /**
   * How far it is reached; a second axis.
   */
  achievement?: Achievement;
  /**
   * How urgent it is.
   */
  priority?: Priority;
  /**
   * Whose wish it is.
   *
   * @maxItems 3
   */
  wished_by?: Party[];
  /**
   * Ids of the goals that come before it.
   *
   * @maxItems 100
   */
  depends_on?: string[];
  /**
   * What the goal is called in all plans of a household that share it. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  shared_id?: string;
}
/**
 * A level of a language, overall or of one skill.
 */
export interface LanguageTarget {
  kind: "language";
  /**
   * ISO 639 code. Form: an ISO 639 code of two or three letters such as 'de' or 'prs'.
   */
  language?: string;
  /**
   * The level to reach.
   */
  level: CEFR;
  /**
   * The skill; absent for the level overall.
   */
  skill?: LanguageSkill;
  /**
   * The level at the beginning.
   */
  baseline?: CEFR;
}
/**
 * The recognition of a qualification.
 */
export interface RecognitionTarget {
  kind: "recognition";
  /**
   * The outcome wanted.
   */
  outcome?: RecognitionOutcome;
  /**
   * Id of the procedure; absent for any that names the goal. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  procedure?: string;
}
/**
 * Work of one of some kinds.
 */
export interface EmploymentTarget {
  kind: "employment";
  /**
   * The kinds that reach the target.
   *
   * @minItems 1
   * @maxItems 9
   */
  employment: EmploymentKind[];
  /**
   * The kind at the beginning.
   */
  baseline?: EmploymentKind;
}
/**
 * A home of one of some kinds.
 */
export interface HousingTarget {
  kind: "housing";
  /**
   * The kinds that reach the target.
   *
   * @minItems 1
   * @maxItems 6
   */
  housing: HousingKind[];
  /**
   * The kind at the beginning.
   */
  baseline?: HousingKind;
}
/**
 * A place at a school, at a day-care centre or a university.
 */
export interface SchoolPlaceTarget {
  kind: "school-place";
  /**
   * Whom the place is for.
   */
  concerns?: Concerned;
  /**
   * The kinds of schools that reach the target; none stand for any.
   *
   * @maxItems 11
   */
  schools?: SchoolKind[];
}
/**
 * Anything else that can be measured.
 */
export interface IndicatorTarget {
  kind: "indicator";
  /**
   * What is measured.
   */
  indicator: string;
  /**
   * In which unit.
   */
  unit?: string;
  /**
   * The value at the beginning.
   */
  baseline?: string;
  /**
   * The value last measured.
   */
  current?: string;
  /**
   * The value to reach.
   */
  value: string;
}
/**
 * Who does what until when, for which goals.
 */
export interface Measure {
  kind: "measure";
  /**
   * Its identity in the document; random or supplied, never made from personal data. It stands in every view and stays after an erasure, so let it say nothing: not `health`. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * What is done.
   */
  title: string;
  /**
   * The field that it belongs to, where that is not said by its goals.
   */
  field?: GoalField;
  /**
   * Ids of the goals that it serves.
   *
   * @maxItems 100
   */
  goals?: string[];
  /**
   * Who does it.
   */
  responsible?: Responsible;
  /**
   * From when to when.
   */
  period?: Period;
  /**
   * By when it is to be done.
   */
  due_on?: string;
  /**
   * Where it stands.
   */
  status?: MeasureStatus;
  /**
   * The offer or regular service that the person is referred to.
   */
  referral?: Referral;
  /**
   * What came of it.
   */
  result?: string;
}
/**
 * Who does a measure: a role or a body, not a private person's name.
 */
export interface Responsible {
  /**
   * Which party.
   */
  party: Actor;
  /**
   * Name of the body.
   */
  name?: string;
}
/**
 * Where the person is referred to: an offer of the municipality, or a regular service.
 */
export interface Referral {
  /**
   * Id of the offer in the municipality's overview of offers. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  offer?: string;
  /**
   * The regular service.
   */
  service?: RegularService;
  /**
   * Its name on the spot.
   */
  name?: string;
  /**
   * Key of the service in the catalogue of administrative services (LeiKa). Form: 14 digits as text.
   */
  leika?: string;
}
/**
 * A dated note on the person's individual development.
 */
export interface Development {
  kind: "development";
  /**
   * Its identity in the document; random or supplied, never made from personal data. It stands in every view and stays after an erasure, so let it say nothing: not `health`. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * When it was noted.
   */
  noted_on?: string;
  /**
   * What was noted.
   */
  note: string;
  /**
   * Ids of the competences that it is about.
   *
   * @maxItems 100
   */
  competences?: string[];
}
/**
 * A consultation, as it is counted in reports.
 */
export interface Consultation {
  kind: "consultation";
  /**
   * Its identity in the document; random or supplied, never made from personal data. It stands in every view and stays after an erasure, so let it say nothing: not `health`. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * When it took place.
   */
  held_on: string;
  /**
   * How long it took.
   */
  minutes?: number;
  /**
   * The fields that it was about.
   *
   * @maxItems 10
   */
  topics?: GoalField[];
  /**
   * How it took place.
   */
  channel?: Channel;
  /**
   * Language that was interpreted. Form: an ISO 639 code of two or three letters such as 'de' or 'prs'.
   */
  interpreter_language?: string;
  /**
   * Who interpreted.
   */
  interpreter?: InterpreterKind;
}
/**
 * That the plan was agreed.
 */
export interface Agreement {
  kind: "agreement";
  /**
   * Its identity in the document; random or supplied, never made from personal data. It stands in every view and stays after an erasure, so let it say nothing: not `health`. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * Number of the newest revision that it covers; all before are covered too.
   */
  revision: number;
  /**
   * When it was agreed.
   */
  agreed_on: string;
  /**
   * Who agreed.
   *
   * @minItems 1
   * @maxItems 3
   */
  by: Party[];
  /**
   * Language in which it was explained to the person. Form: an ISO 639 code of two or three letters such as 'de' or 'prs'.
   */
  explained_in?: string;
  /**
   * Whether somebody interpreted.
   */
  interpreted?: boolean;
  /**
   * In which form.
   */
  form?: AgreementForm;
}
/**
 * That the person allows some data to be used for a purpose.
 */
export interface Consent {
  kind: "consent";
  /**
   * Its identity in the document; random or supplied, never made from personal data. It stands in every view and stays after an erasure, so let it say nothing: not `health`. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * Code of the purpose.
   */
  purpose: string;
  /**
   * The data groups that may be used.
   *
   * @maxItems 16
   */
  groups?: PlanGroup[];
  /**
   * Who may get them; nobody named stands for whomever the purpose names.
   *
   * @maxItems 100
   */
  recipients?: string[];
  /**
   * When it was given; absent while it is only prepared.
   */
  given_on?: string;
  /**
   * Last day on which it counts.
   */
  expires_on?: string;
  /**
   * When it was withdrawn; from that day on it does not count.
   */
  withdrawn_on?: string;
  /**
   * The legal basis.
   */
  legal_basis?: string;
  /**
   * Language in which it was explained. Form: an ISO 639 code of two or three letters such as 'de' or 'prs'.
   */
  explained_in?: string;
  /**
   * Whether it was given expressly for special categories of data, such as health.
   */
  special?: boolean;
}
/**
 * That data was passed on: to whom, what for, on which basis.
 */
export interface Disclosure {
  kind: "disclosure";
  /**
   * Its identity in the document; random or supplied, never made from personal data. It stands in every view and stays after an erasure, so let it say nothing: not `health`. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  id: string;
  /**
   * Who got it.
   */
  recipient: string;
  /**
   * Code of the purpose.
   */
  purpose: string;
  /**
   * When.
   */
  on: string;
  /**
   * The data groups passed on.
   *
   * @maxItems 16
   */
  groups?: PlanGroup[];
  /**
   * Ids of the entries passed on; they stay when the entries are erased.
   *
   * @maxItems 10000
   */
  entry_ids?: string[];
  /**
   * The legal basis.
   */
  legal_basis?: string;
  /**
   * Ids of the consents that it rests on.
   *
   * @maxItems 100
   */
  consents?: string[];
  /**
   * Digest of the plan's newest revision at that time. Form: a digest such as 'sha256/1:' and 43 characters of base64url.
   */
  head?: string;
}
/**
 * An entry that was put, and whose content is not here: it was erased, or is withheld.
 */
export interface Sealed {
  kind: "sealed";
  /**
   * Which. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  entry_id: string;
  /**
   * What its content and its salt, if ever shown, must give. Form: a digest such as 'sha256/1:' and 43 characters of base64url.
   */
  commitment: string;
}
/**
 * An entry that no longer counts. Its earlier versions stay readable.
 */
export interface Withdraw {
  kind: "withdraw";
  /**
   * Which. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  entry_id: string;
}
/**
 * An entry whose content, in every version, was removed for good.
 */
export interface Erase {
  kind: "erase";
  /**
   * Which. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  entry_id: string;
}
/**
 * That the reason of an earlier revision was removed for good.
 */
export interface EraseReason {
  kind: "erase-reason";
  /**
   * Number of that revision.
   */
  revision: number;
}
/**
 * A mark on an entry that travels with it, or the lifting of one.
 */
export interface Mark {
  kind: "mark";
  /**
   * Which entry. Form: 1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit.
   */
  entry_id: string;
  /**
   * Restricted in processing (Article 18 GDPR), or contested by the person.
   */
  marking: Marking;
  /**
   * Whether the mark is taken off again.
   */
  lifted?: boolean;
}
