/** Evaluations over HTTP. */
@NullMarked
package cadre.service.evaluation.web;

import org.jspecify.annotations.NullMarked;
