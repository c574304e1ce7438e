package dev.plumbline.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes a class a compliance suite. The class itself is never instantiated. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Compliance {

    /** The configuration, relative to the working directory. */
    String configuration() default "plumbline.yaml";

    /** Names of targets; empty for all. */
    String[] targets() default {};
}
