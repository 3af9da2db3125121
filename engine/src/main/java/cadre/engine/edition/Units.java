package cadre.engine.edition;

import cadre.engine.facts.Fraction;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Numbers with their units as people write them: 8 points and 8分, 80 % for a share of 0.80. */
public final class Units {
    private static final String SHARE = "share";

    private Units() {}

    /**
     * A number with its unit, in Chinese if that is asked for, else in English.
     *
     * @param value BigDecimal or {@link Fraction}
     * @param unit as parameters.yaml or indicators.yaml has it; one that has no words of its own is written as it is
     */
    public static String of(Object value, String unit, Locale language) {
        if (value instanceof BigDecimal number && unit.equals(SHARE)) {
            return say("%", plain(number.movePointRight(2)), language);
        }
        return say(unit, value instanceof BigDecimal number ? plain(number) : value.toString(), language);
    }

    private static String say(String unit, String number, Locale language) {
        ResourceBundle words = ResourceBundle.getBundle(
                "cadre.engine.edition.units",
                language.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        String one = unit + ".one";
        if (number.equals("1") && words.containsKey(one)) {
            return words.getString(one);
        }
        return words.containsKey(unit)
                ? new MessageFormat(words.getString(unit), Locale.ROOT).format(new Object[] {number})
                : number + " " + unit;
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
