package cadre.engine.facts;

import java.time.LocalDate;

/**
 * A register that was asked; nothing found is an answer, nobody asked is not.
 *
 * @param register the register
 * @param by who asked
 * @param on when
 */
public record Consulted(@CodeOf(CodeKind.REGISTER) String register, String by, LocalDate on) implements Fact {
    @Override
    public String id() {
        return "consulted/" + register;
    }
}
