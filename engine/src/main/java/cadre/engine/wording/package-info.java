/** Rules in plain words: what a criterion asks and what follows, told from the tree, in both languages. */
@NullMarked
package cadre.engine.wording;

import org.jspecify.annotations.NullMarked;
