package cadre.engine.evaluation;

import java.math.BigDecimal;

/** Decimals as people write them: 5, not 5.0; 1000, not 1E+3. */
final class Decimals {
    private Decimals() {}

    /** Without exponent and without zeros at the end of a fraction, so that equal values read the same. */
    static String plain(BigDecimal value) {
        int scale = value.scale();
        if (scale == 0) {
            return value.toString();
        }
        if (value.signum() == 0) {
            return "0";
        }
        String text = value.toString();
        if (scale < 0 || text.indexOf('E') >= 0) {
            text = value.toPlainString();
        }
        return scale < 0 ? text : withoutZeros(text);
    }

    private static String withoutZeros(String text) {
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
    }
}
