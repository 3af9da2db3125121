package cadre.engine.check;

/** Is told how far a check has come, so that nobody has to wonder whether it still goes on. */
@FunctionalInterface
public interface Progress {
    /** Tells nobody. */
    Progress NONE = (step, done, of) -> {};

    /**
     * A step begins or goes on.
     *
     * @param done how many of its parts the step has done
     * @param of how many there are, at least 1
     */
    void at(Step step, int done, int of);

    /** What takes time. */
    enum Step {
        READING,
        COMPILING,
        CASES,
        GENERATED_FACTS,
        MUTATION,
        COMPARING
    }
}
