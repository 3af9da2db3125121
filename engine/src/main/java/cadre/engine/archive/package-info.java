/** Editions as they travel: an archive from anybody, read so that nothing in it can do harm or be read in two ways. */
@NullMarked
package cadre.engine.archive;

import org.jspecify.annotations.NullMarked;
