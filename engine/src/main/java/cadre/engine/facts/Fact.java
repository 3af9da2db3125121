package cadre.engine.facts;

/** What a rule may match on. Every fact has an id, unique in its case file: its record number at the source. */
public interface Fact {
    String id();
}
