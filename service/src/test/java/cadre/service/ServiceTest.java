package cadre.service;

import cadre.service.access.People;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** A test against the whole service on a port of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = {Service.class, Objection.class, People.class, OneConnectionEach.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "cadre.evaluation.reference-sample=1",
            "cadre.releases.key-file=target/release-keys.pem",
            "logging.level.cadre=error"
        })
public @interface ServiceTest {}
