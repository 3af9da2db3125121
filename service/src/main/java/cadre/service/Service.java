package cadre.service;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The HTTP service. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
class Service {}
