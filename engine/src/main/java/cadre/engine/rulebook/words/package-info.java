/** What printed rules call; nothing else of this product but facts and their functions is visible to them. */
@NullMarked
package cadre.engine.rulebook.words;

import org.jspecify.annotations.NullMarked;
