/** Tests of the networks that come along; each passes the contract kit. */
@NullMarked
package lichen.model.spec;

import org.jspecify.annotations.NullMarked;
