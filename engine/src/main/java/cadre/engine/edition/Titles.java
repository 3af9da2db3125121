package cadre.engine.edition;

/** A text in both languages. */
public record Titles(String en, String zh) {}
