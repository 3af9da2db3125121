package cadre.engine.facts;

/** What a survey asked. */
public enum SurveyTopic {
    PUBLIC_OPINION,
    SELECTION_WORK,
    NEW_APPOINTEES,
    POVERTY_ALLEVIATION,
    SERVICE
}
