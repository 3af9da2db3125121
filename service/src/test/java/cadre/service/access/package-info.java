@NullMarked
package cadre.service.access;

import org.jspecify.annotations.NullMarked;
