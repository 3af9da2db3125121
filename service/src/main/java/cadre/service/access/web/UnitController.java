package cadre.service.access.web;

import cadre.service.access.Allowed;
import cadre.service.access.Role;
import cadre.service.access.Unit;
import cadre.service.access.Units;
import cadre.service.access.Within;
import cadre.service.problem.OneLine;
import cadre.service.problem.Rejected;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

@RestController
@RequestMapping("/api/v1/units")
@Tag(name = "Units")
class UnitController {
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,199}");
    private static final int LONGEST = 200;

    private final Units units;

    UnitController(Units units) {
        this.units = units;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Allowed({Role.ADMINISTRATOR, Role.AUDITOR})
    @Operation(operationId = "units", summary = "Lists the units, by code")
    All all() {
        return new All(units.all().stream().map(Body::of).toList());
    }

    @GetMapping(path = "/{code}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allowed({Role.ADMINISTRATOR, Role.AUDITOR})
    @Operation(operationId = "unit", summary = "Reads a unit")
    Body read(@PathVariable String code) {
        return Body.of(units.find(code).orElseThrow(() -> Units.noSuchUnit(code)));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Role.ADMINISTRATOR)
    @Operation(
            operationId = "addUnit",
            summary = "Adds a unit",
            description = "Those who act for a unit act for all that stand below it.")
    ResponseEntity<Body> add(@RequestBody Body body) {
        Unit unit = body.unit(String.valueOf(body.code()));
        units.add(unit);
        return ResponseEntity.created(UriComponentsBuilder.fromPath("/api/v1/units/{code}")
                        .encode()
                        .buildAndExpand(unit.code())
                        .toUri())
                .body(Body.of(unit));
    }

    @PutMapping(
            path = "/{code}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Role.ADMINISTRATOR)
    @Operation(
            operationId = "changeUnit",
            summary = "Names a unit anew and moves it, with all below it",
            description = "Takes effect at once; without a parent it stands directly below the root.")
    Body change(@PathVariable String code, @RequestBody Body body) {
        if (body.code() != null && !body.code().equals(code)) {
            throw Rejected.because(400, "unit-code-fixed", code).at("/code");
        }
        Unit unit = body.unit(code);
        units.change(unit);
        return Body.of(unit);
    }

    @DeleteMapping("/{code}")
    @Allowed(Role.ADMINISTRATOR)
    @Operation(
            operationId = "removeUnit",
            summary = "Removes a unit that nothing stands below, nobody acts for and no result belongs to")
    ResponseEntity<Void> remove(@PathVariable String code) {
        units.remove(code);
        return ResponseEntity.noContent().build();
    }

    /** All units. */
    record All(List<Body> units) {}

    /** A unit as sent and answered. */
    @Schema(name = "Unit")
    record Body(
            @Nullable String code,
            @Nullable String name,

            @Schema(description = "Code of the unit above, or " + Within.ROOT + " for the root") @Nullable
            String parent) {
        static Body of(Unit unit) {
            return new Body(unit.code(), unit.name(), unit.parent() == null ? Within.ROOT : unit.parent());
        }

        Unit unit(String code) {
            if (code.length() > LONGEST || !CODE.matcher(code).matches()) {
                throw Rejected.because(400, "unit-code").at("/code");
            } else if (name == null || !OneLine.is(name, LONGEST)) {
                throw Rejected.because(400, "unit-name").at("/name");
            }
            return new Unit(code, name, Within.ROOT.equals(parent) ? null : parent);
        }
    }
}
