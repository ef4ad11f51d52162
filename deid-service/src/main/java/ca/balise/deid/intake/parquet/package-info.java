/** Records written as Parquet: where a file lands in memory, and how it is read. */
@NullMarked
package ca.balise.deid.intake.parquet;

import org.jspecify.annotations.NullMarked;
