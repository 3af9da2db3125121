package cadre.service.evaluation;

import cadre.engine.casefile.CaseFile;
import cadre.engine.evaluation.Outcome;
import cadre.service.release.Release;

/** A case file, the release that judged it, and the outcome, as values and as canonical JSON. */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
record Judgement(CaseFile caseFile, Release release, Outcome outcome, byte[] json) {}
