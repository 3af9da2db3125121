package cadre.service.command;

import java.util.Locale;

/** The languages the program speaks, as {@code --lang} names them. */
enum Language {
    EN(Locale.ENGLISH),
    ZH(Locale.CHINESE);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }
}
