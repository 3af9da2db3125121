/** What the command line does with what it is given. */
@NullMarked
package cadre.service.command;

import org.jspecify.annotations.NullMarked;
