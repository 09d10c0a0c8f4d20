package lichen.core.plugin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What users call a family of variants, where the interface's own name is not the word: {@code @Family("start")} for
 * {@code StartImage}. Without it, the name of the interface in kebab case.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Family {
    /** One word, or several joined by hyphens. */
    String value();
}
