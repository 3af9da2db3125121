package cadre.service.access;

import cadre.service.problem.Languages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;

/** The pages on which people log in and out with a browser: no script, nothing loaded from elsewhere, every text escaped. */
@Component
public final class LoginPage {
    private static final String STYLE = "body{font:1rem/1.6 system-ui,sans-serif;max-width:26rem;margin:4rem auto;"
            + "padding:0 1rem;color:#1b1b1b;background:#fff}h1{font-size:1.4rem}label{display:block;margin-top:1rem}"
            + "input{font:inherit;width:100%;box-sizing:border-box;padding:.4rem;border:1px solid #767676;border-radius:3px}"
            + "button{font:inherit;margin-top:1.5rem;padding:.4rem 1.2rem;border:0;border-radius:3px;color:#fff;background:#8a1c1c}"
            + ".refused{border-left:4px solid #8a1c1c;padding-left:.7rem}";

    /** Lets the pages apply their own style and send their own form, and nothing else. */
    private static final String POLICY = "default-src 'none'; style-src 'sha256-"
            + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(Secret.hash(STYLE)))
            + "'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final OidcSettings issuer;

    LoginPage(OidcSettings issuer) {
        this.issuer = issuer;
    }

    /** Whether the request is a browser's that wants to show a page. */
    static boolean isFor(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && String.valueOf(request.getHeader("Accept")).contains("text/html");
    }

    /** Where the request wanted to go. */
    static String here(HttpServletRequest request) {
        return request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
    }

    /** A place in this service that was asked for, or the start: nobody is sent elsewhere. */
    public static String local(@Nullable String next) {
        return next != null && next.startsWith("/") && !next.startsWith("//") && next.matches("[!-\\[\\]-~]+")
                ? next
                : "/";
    }

    /**
     * Answers with the page on which to log in.
     *
     * @param next where to go then
     * @param refused key of the text that tells why an earlier try failed, if one did
     */
    public void answer(
            HttpServletRequest request, HttpServletResponse response, int status, String next, @Nullable String refused)
            throws IOException {
        ResourceBundle words = words(request);
        String body = "<h1>" + text(words, "login.title") + "</h1>\n"
                + (refused == null ? "" : "<p class=\"refused\" role=\"alert\">" + text(words, refused) + "</p>\n")
                + "<form method=\"post\" action=\"/login\">\n<input type=\"hidden\" name=\"next\" value=\""
                + HtmlUtils.htmlEscape(local(next), "UTF-8")
                + "\">\n<label>"
                + text(words, "login.name")
                + "<input name=\"login\" autocomplete=\"username\" autocapitalize=\"none\" required autofocus></label>\n<label>"
                + text(words, "login.password")
                + "<input name=\"password\" type=\"password\" autocomplete=\"current-password\" required></label>\n<button>"
                + text(words, "login.button") + "</button>\n</form>\n" + (issuer.login() ? elsewhere(words, next) : "");
        write(request, response, status, text(words, "login.title"), body);
    }

    private static String elsewhere(ResourceBundle words, String next) {
        String address = UriComponentsBuilder.fromPath(IssuerLogin.BEGIN)
                .queryParam("next", "{next}")
                .encode()
                .build(local(next))
                .toString();
        return "<p><a href=\"" + HtmlUtils.htmlEscape(address, "UTF-8") + "\">" + text(words, "login.issuer")
                + "</a></p>\n";
    }

    /** Answers with the page of who is logged in. */
    public static void start(HttpServletRequest request, HttpServletResponse response, Caller caller, String csrf)
            throws IOException {
        ResourceBundle words = words(request);
        String roles = caller.roles().stream()
                .sorted()
                .map(role -> text(words, "role." + role))
                .collect(Collectors.joining(", "));
        String who = HtmlUtils.htmlEscape(MessageFormat.format(words.getString("start.who"), caller.person()), "UTF-8");
        String body = "<h1>" + text(words, "start.title") + "</h1>\n<p>" + who + "</p>\n<p>" + roles + "</p>\n"
                + "<p><a href=\"/swagger-ui.html\">" + text(words, "start.api") + "</a></p>\n"
                // Who came with a token has no session to leave.
                + (csrf.isEmpty()
                        ? ""
                        : "<form method=\"post\" action=\"/logout\">\n<input type=\"hidden\" name=\""
                                + SessionFilter.CSRF_PARAMETER + "\" value=\"" + csrf + "\">\n<button>"
                                + text(words, "start.logout") + "</button>\n</form>\n");
        write(request, response, 200, text(words, "start.title"), body);
    }

    private static void write(
            HttpServletRequest request, HttpServletResponse response, int status, String title, String body)
            throws IOException {
        boolean chinese = Languages.of(request).getLanguage().equals("zh");
        byte[] page = ("<!DOCTYPE html>\n<html lang=\"" + (chinese ? "zh-Hans" : "en")
                        + "\">\n<head>\n<meta charset=\"utf-8\">\n"
                        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
                        + title + "</title>\n<style>" + STYLE + "</style>\n</head>\n<body>\n<main>\n" + body
                        + "</main>\n</body>\n</html>\n")
                .getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Language", chinese ? "zh" : "en");
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Vary", "Accept, Accept-Language");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    private static ResourceBundle words(HttpServletRequest request) {
        return ResourceBundle.getBundle(
                "cadre.service.access.pages",
                Languages.of(request).getLanguage().equals("zh") ? Locale.CHINESE : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static String text(ResourceBundle words, String key) {
        return HtmlUtils.htmlEscape(words.getString(key), "UTF-8");
    }
}
