/** The cadre evaluation service: HTTP, persistence, releases and the command line around the engine. */
@NullMarked
package cadre.service;

import org.jspecify.annotations.NullMarked;
