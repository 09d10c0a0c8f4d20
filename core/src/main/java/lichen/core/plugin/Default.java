package lichen.core.plugin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value of a record component whose key is left out, as a JSON text: {@code @Default("10") int history},
 * {@code @Default("{\"type\": \"gap\"}") Descriptor descriptor}. A component without it must be given, unless it is an
 * {@code Optional}.
 */
@Target({ElementType.RECORD_COMPONENT, ElementType.PARAMETER, ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Default {
    /** The JSON text. */
    String value();
}
