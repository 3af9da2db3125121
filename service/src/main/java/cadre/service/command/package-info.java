/** The command line. */
@NullMarked
package cadre.service.command;

import org.jspecify.annotations.NullMarked;
