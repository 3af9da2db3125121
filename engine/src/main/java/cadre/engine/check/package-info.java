/** Checks whole editions, so that their authors can trust them: every problem of every file, told with its remedy. */
@NullMarked
package cadre.engine.check;

import org.jspecify.annotations.NullMarked;
