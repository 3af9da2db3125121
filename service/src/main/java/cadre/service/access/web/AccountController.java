package cadre.service.access.web;

import cadre.service.access.Account;
import cadre.service.access.AccountCare;
import cadre.service.access.AccountCare.By;
import cadre.service.access.AccountCare.Powers;
import cadre.service.access.Allowed;
import cadre.service.access.Caller;
import cadre.service.access.PersonalTokens;
import cadre.service.access.Role;
import cadre.service.access.SessionCookies;
import cadre.service.access.Token;
import cadre.service.problem.OneLine;
import cadre.service.problem.Rejected;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Accounts")
class AccountController {
    private static final String ACCOUNTS = "/api/v1/accounts";
    private static final String TOKENS = "/api/v1/tokens";
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final int LONGEST = 200;
    private static final int LONGEST_DAYS = 366;

    private final AccountCare accounts;
    private final PersonalTokens tokens;

    AccountController(AccountCare accounts, PersonalTokens tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    @Allowed({Role.ADMINISTRATOR, Role.AUDITOR})
    @GetMapping(path = ACCOUNTS, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "accounts", summary = "Lists the accounts, by person")
    All all() {
        return new All(
                accounts.all().stream().map(account -> Body.of(account, null)).toList());
    }

    @Allowed({Role.ADMINISTRATOR, Role.AUDITOR})
    @GetMapping(path = ACCOUNTS + "/{person}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "account", summary = "Reads an account")
    Body read(@PathVariable String person) {
        return Body.of(accounts.of(person), null);
    }

    @Allowed(Role.ADMINISTRATOR)
    @PostMapping(
            path = ACCOUNTS,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "makeAccount",
            summary = "Makes an account",
            description =
                    "Members: login, roles, units (codes, * for all), cadre, active. The random password in the answer "
                            + "is told this once.")
    ResponseEntity<Body> make(
            @Parameter(hidden = true) Caller caller,
            HttpServletRequest request,
            @RequestBody Map<String, Object> body) {
        Wanted wanted = new Wanted(body, Set.of("login", "roles", "units", "cadre", "active"));
        String login = wanted.text("login");
        if (login == null || !LOGIN.matcher(login).matches()) {
            wanted.wrong(Rejected.because(400, "bad-login").at("/login"));
        }
        Powers powers = powers(wanted);
        AccountCare.Made made = accounts.make(by(caller, request), String.valueOf(login), powers);
        return ResponseEntity.status(201)
                .header("Location", ACCOUNTS + "/" + made.account().person())
                .header("Cache-Control", "no-store")
                .body(Body.of(made.account(), made.password()));
    }

    @Allowed(Role.ADMINISTRATOR)
    @PutMapping(
            path = ACCOUNTS + "/{person}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "changeAccount",
            summary = "Changes what an account may do",
            description =
                    "Members: roles, units, cadre, active. What is left out is taken away. One that is not active loses "
                            + "its sessions and tokens at once.")
    Body change(
            @PathVariable String person,
            @Parameter(hidden = true) Caller caller,
            HttpServletRequest request,
            @RequestBody Map<String, Object> body) {
        Powers powers = powers(new Wanted(body, Set.of("roles", "units", "cadre", "active")));
        return Body.of(accounts.change(by(caller, request), person, powers), null);
    }

    @Allowed(Role.ADMINISTRATOR)
    @PostMapping(path = ACCOUNTS + "/{person}/password", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "resetPassword",
            summary = "Gives an account a new random password",
            description = "It is told this once. The sessions of the person end at once.")
    ResponseEntity<Body> reset(
            @PathVariable String person, @Parameter(hidden = true) Caller caller, HttpServletRequest request) {
        AccountCare.Made made = accounts.resetPassword(by(caller, request), person);
        return ResponseEntity.ok().header("Cache-Control", "no-store").body(Body.of(made.account(), made.password()));
    }

    @Allowed({Role.ADMINISTRATOR, Role.AUDITOR})
    @GetMapping(path = ACCOUNTS + "/{person}/tokens", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "tokensOf", summary = "Lists a person's tokens, without what proves them")
    Tokens tokensOf(@PathVariable String person) {
        return new Tokens(tokens.of(accounts.of(person).person()).stream()
                .map(token -> Lent.of(token, null))
                .toList());
    }

    private static By by(Caller caller, HttpServletRequest request) {
        return new By(caller.person(), request.getRemoteAddr());
    }

    private Powers powers(Wanted wanted) {
        Set<Role> roles = wanted.roles("roles");
        Set<String> units = wanted.texts("units");
        accounts.unknownUnits(units)
                .forEach(unit ->
                        wanted.wrong(Rejected.because(400, "unknown-unit", unit).at("/units")));
        String cadre = wanted.text("cadre");
        if (cadre == null ? roles.contains(Role.CADRE) : !OneLine.is(cadre, LONGEST)) {
            wanted.wrong(Rejected.because(400, "cadre-needed").at("/cadre"));
        }
        boolean active = wanted.truth("active", true);
        wanted.refuse();
        return new Powers(roles, units, cadre, active);
    }

    @Allowed({
        Role.POLICY_AUTHOR,
        Role.POLICY_APPROVER,
        Role.EVALUATOR,
        Role.REVIEWER,
        Role.AUDITOR,
        Role.CADRE,
        Role.ADMINISTRATOR
    })
    @GetMapping(path = TOKENS, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "tokens", summary = "Lists one's own tokens, without what proves them")
    Tokens own(@Parameter(hidden = true) Caller caller) {
        return new Tokens(tokens.of(caller.person()).stream()
                .map(token -> Lent.of(token, null))
                .toList());
    }

    @Allowed({
        Role.POLICY_AUTHOR,
        Role.POLICY_APPROVER,
        Role.EVALUATOR,
        Role.REVIEWER,
        Role.AUDITOR,
        Role.CADRE,
        Role.ADMINISTRATOR
    })
    @PostMapping(
            path = TOKENS,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "issueToken",
            summary = "Issues a token of one's own",
            description =
                    "Members: name, roles (some of one's own), days (1 to 366, 90 by default). In a session only. The token "
                            + "is told this once.")
    ResponseEntity<Lent> issue(@Parameter(hidden = true) Caller caller, @RequestBody Map<String, Object> body) {
        SessionCookies.refuseTokens();
        Wanted wanted = new Wanted(body, Set.of("name", "roles", "days"));
        String name = wanted.text("name");
        if (name == null || !OneLine.is(name, LONGEST)) {
            wanted.wrong(Rejected.because(400, "token-name").at("/name"));
        }
        Set<Role> roles = wanted.roles("roles");
        roles.stream()
                .filter(role -> !caller.is(role))
                .sorted()
                .forEach(role ->
                        wanted.wrong(Rejected.because(400, "token-roles", role).at("/roles")));
        int days = wanted.number("days", 90);
        if (days < 1 || days > LONGEST_DAYS) {
            wanted.wrong(Rejected.because(400, "token-lasts").at("/days"));
        }
        wanted.refuse();
        PersonalTokens.Issued issued = tokens.issue(caller, String.valueOf(name), roles, Duration.ofDays(days));
        return ResponseEntity.status(201)
                .header("Location", TOKENS + "/" + issued.token().id())
                .header("Cache-Control", "no-store")
                .body(Lent.of(issued.token(), issued.text()));
    }

    @Allowed({
        Role.POLICY_AUTHOR,
        Role.POLICY_APPROVER,
        Role.EVALUATOR,
        Role.REVIEWER,
        Role.AUDITOR,
        Role.CADRE,
        Role.ADMINISTRATOR
    })
    @DeleteMapping(TOKENS + "/{id}")
    @Operation(
            operationId = "revokeToken",
            summary = "Revokes a token of one's own, or anybody's where one looks after accounts")
    ResponseEntity<Void> revoke(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
        tokens.revoke(caller, id);
        return ResponseEntity.noContent().build();
    }

    /** All accounts. */
    record All(List<Body> accounts) {}

    /** An account as answered; the password only when it was just made. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Body(
            String person,
            @Nullable String login,
            List<Role> roles,
            List<String> units,
            @Nullable String cadre,
            boolean active,
            @Nullable String password) {
        static Body of(Account account, @Nullable String password) {
            return new Body(
                    account.person(),
                    account.login(),
                    account.roles().stream().sorted().toList(),
                    account.units().stream().sorted().toList(),
                    account.cadre(),
                    account.active(),
                    password);
        }

        @Override
        public String toString() {
            return person;
        }
    }

    /** Tokens of a person. */
    record Tokens(List<Lent> tokens) {}

    /** A token as answered; its text only when it was just issued. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Lent(
            String id,
            String person,
            String name,
            List<Role> roles,
            Instant created,
            Instant expires,
            @Nullable Instant revoked,
            @Nullable Instant lastUsed,
            @Nullable String token) {
        static Lent of(Token token, @Nullable String text) {
            return new Lent(
                    token.id(),
                    token.person(),
                    token.name(),
                    token.roles().stream().sorted().toList(),
                    token.created(),
                    token.expires(),
                    token.revoked(),
                    token.lastUsed(),
                    text);
        }

        @Override
        public String toString() {
            return id;
        }
    }
}
