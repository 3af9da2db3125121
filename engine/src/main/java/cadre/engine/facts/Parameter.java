package cadre.engine.facts;

/**
 * A number of the criteria, as of the last day of the period.
 *
 * @param name its name in parameters.yaml
 * @param value a BigDecimal or a Fraction
 */
public record Parameter(@CodeOf(CodeKind.PARAMETER) String name, Object value) implements Fact {
    @Override
    public String id() {
        return name;
    }
}
