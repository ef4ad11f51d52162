package ca.balise.deid.risk;

import ca.balise.deid.intake.RecordSource;
import ca.balise.deid.specification.CheckSpecification.Checked;

/**
 * A body that was opened.
 *
 * @param specification what its data are said to be
 * @param records the data, yet to be read; read to their end, the body has ended too, or is refused
 */
record Upload(Checked specification, RecordSource records) {}
